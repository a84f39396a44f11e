package org.ganatelier.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone cluster on the loopback address, of Maven's artifacts alone: no distribution of
 * Spark is needed. Its processes find the program on their class path.
 */
final class TestCluster implements AutoCloseable {
    /** A busy machine starts three Java processes in that time. */
    private static final long PATIENCE_SECONDS = 120;

    private static final String PROJECT = "org.apache.spark.deploy.";

    private final Path home;
    private final Path log4j;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    /**
     * @param home a folder for what Spark leaves
     * @param workers with one core each
     */
    TestCluster(Path home, int workers) throws Exception {
        this.home = home;
        Files.createDirectory(home.resolve("jars"));
        log4j = home.resolve("log4j2.properties");
        Files.writeString(
                log4j,
                """
                rootLogger.level = info
                rootLogger.appenderRef.out.ref = out
                appender.out.type = Console
                appender.out.name = out
                appender.out.layout.type = PatternLayout
                appender.out.layout.pattern = %p %c{1}: %m%n
                """);
        master = start("Starting Spark master at (spark://\\S+)", "master.Master", "--port", "0");
        for (int i = 0; i < workers; i++) {
            var _ =
                    start(
                            "(Successfully registered) with master",
                            "worker.Worker",
                            "--cores",
                            "1",
                            "--memory",
                            "2g",
                            "--work-dir",
                            home.resolve("work" + i).toString(),
                            master);
        }
    }

    /** Where it is. */
    String master() {
        return master;
    }

    /** The processes that compute. */
    List<ProcessHandle> executors() {
        return processes.stream().skip(1).flatMap(Process::descendants).toList();
    }

    private String start(String told, String command, String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line =
                new ArrayList<>(
                        List.of(
                                java,
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dspark.master.rest.enabled=false",
                                "-Dlog4j2.configurationFile=" + log4j.toUri(),
                                "-cp",
                                classPath(),
                                PROJECT + command,
                                "--host",
                                "127.0.0.1",
                                "--webui-port",
                                "0"));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "SPARK_HOME", home.toString(),
                                "SPARK_SCALA_VERSION", "2.13",
                                "SPARK_LOCAL_IP", "127.0.0.1",
                                "SPARK_DIST_CLASSPATH", classPath(),
                                "JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        processes.add(process);
        var found = new CompletableFuture<String>();
        Pattern pattern = Pattern.compile(told);
        Thread.ofPlatform().daemon().start(() -> listen(process, pattern, found));
        return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads to the end: a process stops when nobody does. */
    private static void listen(Process process, Pattern pattern, CompletableFuture<String> found) {
        var said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher.group(1));
                }
                said.append(line).append('\n');
            }
        } catch (IOException _) {
            // The process was ended.
        }
        found.completeExceptionally(new IOException("It ended, and said:\n" + said));
    }

    /** What the tests run with. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(path -> !path.contains("surefire"))
                .collect(Collectors.joining(":"));
    }

    @Override
    public void close() {
        Stream.concat(executors().stream(), processes.reversed().stream().map(Process::toHandle))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
