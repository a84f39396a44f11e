package org.ganatelier.cli.bench;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.JsonLine;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Benchmark;
import org.ganatelier.train.RunOptions;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/** Measures how long a training step takes, on random images as the yardstick does. */
@Command(
        mixinStandardHelpOptions = true,
        name = "bench",
        description = {
            "Measures how long one step of training takes, D's update and G's, and prints the"
                    + " median.",
            "The networks are those of packaging/bench/torch_gan.py, which does the same in"
                    + " PyTorch."
        })
public final class Bench implements Callable<Integer> {
    /** As many as the yardstick's: more than the processor's caches hold. */
    private static final int IMAGES = 4096;

    /** A multiply-add is two operations. */
    private static final int OPERATIONS = 2;

    private final Benchmark benchmark;
    private final Output output;

    @Option(
            names = "--net",
            required = true,
            paramLabel = "mlp|classroom|dcgan|tutorial",
            description = "The networks to train.")
    private String net = "";

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Images in a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Steps to measure (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description =
                    "How long to train before measuring, until Java has compiled what is slow"
                            + " (default: ${DEFAULT-VALUE}; at least 5 steps are done).")
    private double warmUp;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the engine, instead of its own choice.")
    private @Nullable Integer threads;

    @Option(
            names = "--engine",
            paramLabel = "atelier|stock",
            defaultValue = "atelier",
            description =
                    "This program's layers, or those that DL4J itself has for the same networks"
                            + " (default: ${DEFAULT-VALUE}).")
    private String engine = "";

    @Option(
            names = "--profile",
            description =
                    "Prints where the time of a step goes, which makes it slower, and how much of a"
                            + " core's peak each layer reaches.")
    private boolean profile;

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    public Bench(Benchmark benchmark, Output output) {
        this.benchmark = benchmark;
        this.output = output;
    }

    @Override
    public Integer call() throws ProjectException {
        Benchmark.Task task = task();
        Benchmark.Result result = benchmark.run(task);
        output.line(json ? json(result, task.plan()) : text(result));
        if (!result.shares().isEmpty() && !json) {
            output.line(table(result));
        }
        return ExitCode.DONE;
    }

    private Benchmark.Task task() throws ProjectException {
        Benchmark.Layers layers = layers();
        require(batch >= 2, "--batch must be at least 2");
        require(steps >= 1, "--steps must be at least 1");
        require(warmUp >= 0, "--warm-up must not be negative");
        require(
                threads == null || (threads >= 1 && threads <= RunOptions.MOST_THREADS),
                "--threads must be between 1 and " + RunOptions.MOST_THREADS);
        require(
                !profile || layers == Benchmark.Layers.ATELIER,
                "--profile is for the engine atelier only");
        require(BenchNets.names().contains(net), "--net must be one of " + BenchNets.names());
        Plan plan =
                Experiments.ready(BenchNets.load(net).withTraining(t -> t.withBatchSize(batch)));
        return new Benchmark.Task(
                plan,
                randomImages(plan.experiment().data().shape().asImage(), plan.experiment().seed()),
                layers,
                threads == null ? OptionalInt.empty() : OptionalInt.of(threads),
                Duration.ofMillis((long) (warmUp * 1000)),
                steps,
                profile);
    }

    private Benchmark.Layers layers() {
        return switch (engine) {
            case "atelier" -> Benchmark.Layers.ATELIER;
            case "stock" -> Benchmark.Layers.STOCK;
            default -> throw new UsageFailure("--engine must be atelier or stock");
        };
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UsageFailure(otherwise);
        }
    }

    private static Dataset randomImages(Shape.Image shape, long seed) {
        var pixels = new byte[IMAGES * (int) shape.size()];
        new SplittableRandom(seed).nextBytes(pixels);
        return Dataset.of(new Images(IMAGES, shape, pixels), Optional.empty());
    }

    private long imagesPerSecond(Benchmark.Result result) {
        return Math.round(batch * 1000 / result.milliseconds());
    }

    private String text(Benchmark.Result result) {
        return "%s, %s, batch %d, %d %s: %.2f ms per step (median of %d), %,d images/s"
                .formatted(
                        net,
                        engine,
                        batch,
                        result.threads(),
                        result.threads() == 1 ? "thread" : "threads",
                        result.milliseconds(),
                        steps,
                        imagesPerSecond(result));
    }

    private String json(Benchmark.Result result, Plan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("net", net);
        values.put("engine", engine);
        values.put("batch", batch);
        values.put("threads", result.threads());
        values.put("steps", steps);
        values.put("ms_per_step", Math.round(result.milliseconds() * 100) / 100.0);
        values.put("images_per_s", imagesPerSecond(result));
        values.put("generator_parameters", trained(plan.generator()));
        values.put("discriminator_parameters", trained(plan.discriminator()));
        result.peak().ifPresent(peak -> putProfile(values, result, peak));
        return JsonLine.of(values);
    }

    private static void putProfile(
            Map<String, Object> values, Benchmark.Result result, double peak) {
        values.put("peak_gflop_per_s", rounded(OPERATIONS * peak));
        var shares = new ArrayList<Map<String, Object>>();
        for (Benchmark.Share share : result.shares()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("layer", name(share.place()));
            line.put("part", name(share.part()));
            line.put("ms", rounded(share.milliseconds()));
            result.ofPeak(share).ifPresent(part -> line.put("of_peak", rounded(part)));
            shares.add(line);
        }
        values.put("profile", shares);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Numbers that an optimizer updates: those that PyTorch calls parameters. */
    private static long trained(NetworkPlan network) {
        return network.layers().stream()
                .flatMap(layer -> layer.parameters().stream())
                .filter(ParameterPlan::trained)
                .mapToLong(ParameterPlan::count)
                .sum();
    }

    /** The last share is the whole step: what all the others are a share of. */
    private static String table(Benchmark.Result result) {
        double whole = result.shares().getLast().milliseconds();
        var lines = new StringBuilder();
        lines.append(
                "%-28s %-20s %8s %7s %8s%n".formatted("layer", "part", "ms", "share", "of peak"));
        for (Benchmark.Share share : result.shares()) {
            lines.append(
                    "%-28s %-20s %8.3f %6.1f%% %8s"
                            .formatted(
                                    name(share.place()),
                                    name(share.part()),
                                    share.milliseconds(),
                                    100 * share.milliseconds() / whole,
                                    ofPeak(result, share))
                            .stripTrailing());
            lines.append(System.lineSeparator());
        }
        result.peak().ifPresent(peak -> lines.append(peak(peak)));
        return lines.toString().stripTrailing();
    }

    private static String ofPeak(Benchmark.Result result, Benchmark.Share share) {
        OptionalDouble part = result.ofPeak(share);
        return part.isPresent() ? "%.1f%%".formatted(100 * part.getAsDouble()) : "";
    }

    private static String peak(double peak) {
        return "The peak is that of one core: %.1f GFLOP/s in a product of 1024x1024 matrices."
                .formatted(OPERATIONS * peak);
    }

    private static String name(Benchmark.Place place) {
        return switch (place) {
            case Benchmark.Place.Named(String name) -> name;
            case Benchmark.Place.Work.NOISE -> "noise";
            case Benchmark.Place.Work.REAL_IMAGES -> "real images";
            case Benchmark.Place.Work.PENALTY -> "penalty";
            case Benchmark.Place.Work.WHOLE_STEP -> "whole step";
        };
    }

    private static String name(Benchmark.Part part) {
        return switch (part) {
            case FORWARD -> "forward";
            case BACKWARD -> "backward: dW and dx";
            case WEIGHTS_ONLY -> "backward: dW";
            case INPUT_ONLY -> "backward: dx";
            case ALL -> "";
        };
    }
}
