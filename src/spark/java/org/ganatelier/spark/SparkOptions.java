package org.ganatelier.spark;

import org.apache.spark.SparkConf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the program wants a cluster, where the user has not said otherwise. */
final class SparkOptions {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String DRIVER_HOST = "spark.driver.host";
    private static final String OWN_JAR = "-spark.jar";

    private SparkOptions() {}

    static SparkConf of(String master) {
        var options = new SparkConf().setMaster(master);
        usual().forEach(options::setIfMissing);
        if (master.contains(LOOPBACK) && !options.contains(DRIVER_HOST)) {
            // A cluster of this machine alone: nobody else need reach us.
            options.set(DRIVER_HOST, LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
        }
        ownJar().ifPresent(jar -> options.setIfMissing("spark.jars", jar));
        return options;
    }

    private static Map<String, String> usual() {
        return Map.of(
                "spark.app.name", "GAN Atelier",
                "spark.plugins", AtelierPlugin.class.getName(),
                // A training computes on one thread.
                "spark.task.cpus", "1",
                "spark.executor.cores", "1",
                "spark.executor.memory", "1g",
                // Each job brings the files of one cell; the sum of all counts otherwise.
                "spark.driver.maxResultSize", "0",
                // A port that nobody asked for.
                "spark.ui.enabled", "false",
                "spark.ui.showConsoleProgress", "false",
                "spark.executor.extraJavaOptions", flags());
    }

    /** The flags of every start, but for the heap, which Spark sets, and a class of ours. */
    private static String flags() {
        try (InputStream in = SparkOptions.class.getResourceAsStream("/jvm.options")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file jvm.options");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("-"))
                    .filter(line -> !line.startsWith("-Xmx") && !line.contains("org.ganatelier"))
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar with all of the program, where it was started from one: executors get it too. */
    private static Optional<String> ownJar() {
        CodeSource source = SparkOptions.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()).toString())
                            .filter(path -> path.endsWith(OWN_JAR));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
