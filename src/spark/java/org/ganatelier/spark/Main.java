package org.ganatelier.spark;

import org.ganatelier.Program;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.cli.support.Window;

import java.util.Optional;
import java.util.stream.Stream;

/** The command line without a window, for {@code spark-submit}. */
public final class Main {
    private Main() {}

    /** No window can be opened where the program is submitted to a cluster. */
    private static final class NoWindow implements Window {
        @Override
        public Optional<String> obstacle() {
            return Optional.of("this is the build for clusters.");
        }

        @Override
        public int open(StartOptions options) {
            throw new IllegalStateException("There is no window");
        }
    }

    /** Does what the arguments ask for; a sweep goes to the cluster that it was submitted to. */
    public static void main(String[] args) {
        String master = System.getProperty("spark.master");
        boolean sweep = args.length > 0 && args[0].equals("sweep");
        boolean told = Stream.of(args).anyMatch(argument -> argument.startsWith("--master"));
        String[] all =
                sweep && master != null && !told
                        ? Stream.concat(Stream.of(args), Stream.of("--master=" + master))
                                .toArray(String[]::new)
                        : args;
        Program.run(_ -> new NoWindow(), all);
    }
}
