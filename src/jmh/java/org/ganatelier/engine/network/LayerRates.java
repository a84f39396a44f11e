package org.ganatelier.engine.network;

import org.ganatelier.engine.network.LayerBenchmark.Subject;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.Collection;

/** Runs {@link LayerBenchmark} and shows how far from this machine's peak each layer works. */
public final class LayerRates {
    private LayerRates() {}

    /** Prints the table; an argument is a regular expression that selects benchmarks. */
    public static void main(String[] arguments) throws RunnerException {
        String included =
                arguments.length > 0 ? arguments[0] : LayerBenchmark.class.getSimpleName();
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().include(included).build()).run();
        double peak =
                results.stream()
                        .filter(result -> subject(result) == Subject.SGEMM_512)
                        .mapToDouble(LayerRates::rate)
                        .max()
                        .orElse(Double.NaN);
        System.out.printf(
                "%n%-24s %-9s %9s %10s %8s%n", "layer", "pass", "ms", "GFLOP/s", "of peak");
        for (RunResult result : results) {
            boolean counted = subject(result).products > 0;
            System.out.printf(
                    "%-24s %-9s %9.3f %10s %8s%n",
                    subject(result),
                    pass(result),
                    milliseconds(result),
                    counted ? "%.0f".formatted(rate(result)) : "memory",
                    counted ? "%.0f %%".formatted(100 * rate(result) / peak) : "");
        }
    }

    private static Subject subject(RunResult result) {
        return Subject.valueOf(result.getParams().getParam("subject"));
    }

    private static String pass(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static double milliseconds(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    /** Two operations for each product; backward makes twice the products of forward. */
    private static double rate(RunResult result) {
        Subject subject = subject(result);
        int passes = pass(result).equals("backward") ? 2 : 1;
        return 2.0 * subject.products * LayerBenchmark.BATCH * passes / milliseconds(result) / 1e6;
    }
}
