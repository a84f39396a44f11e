package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The packaged program as a user starts it. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
    private static final Path APP =
            Path.of(Objects.requireNonNull(System.getProperty("app.folder")));

    @TempDir private Path folder = Path.of("");

    @Test
    void startsFromAnyFolderThroughALinkWithoutAWarning() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("ga"), APP.resolve("bin/gan-atelier"));
        Result result = run(link, "--version");
        Files.delete(link);
        assertThat(result.errors()).isEmpty();
        assertThat(result.out()).matches("GAN Atelier \\d+\\.\\d+\\.\\d+\\R");
        assertThat(result.code()).isZero();
    }

    @Test
    void trainsWithoutAWarning() throws Exception {
        Result result = run("train", "--preset=mlp", "--steps=1", "--out=run with spaces");
        assertThat(result.errors()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(folder.resolve("run with spaces/run.atelier")).isNotEmptyFile();
    }

    /** Long enough for states to be put aside several times. */
    @Test
    void networksAtTheLimitOfMemoryTrain() throws Exception {
        var large = new ArrayList<>(List.of("train", "--preset=mlp", "--steps=150", "--out=large"));
        for (String size :
                List.of(
                        "generator.layers.1.units=4096",
                        "discriminator.layers.1.units=2550",
                        "discriminator.layers.2.units=1000",
                        "training.batchSize=16",
                        "training.averageDecay=0.9")) {
            large.addAll(List.of("--set", size));
        }
        Result result = run(large.toArray(String[]::new));
        assertThat(result.errors()).isEmpty();
        assertThat(result.code()).isZero();

        List<String> larger = new ArrayList<>(large);
        larger.addAll(List.of("--set", "discriminator.layers.1.units=2600"));
        assertThat(run(larger.toArray(String[]::new)).errors()).contains("MB of memory");
    }

    @Test
    void lossesThatOverflowAreOneSentence() throws Exception {
        var wild = new ArrayList<>(List.of("train", "--preset=mlp", "--steps=10000", "--out=wild"));
        for (String value :
                List.of(
                        "objective.kind=least-squares",
                        "training.generatorOptimizer.kind=sgd",
                        "training.generatorOptimizer.learningRate=1",
                        "training.discriminatorOptimizer.kind=sgd",
                        "training.discriminatorOptimizer.learningRate=1")) {
            wild.addAll(List.of("--set", value));
        }
        Result result = run(wild.toArray(String[]::new));
        assertThat(result.errors()).contains("diverged").hasLineCount(1);
        assertThat(result.code()).isEqualTo(1);
    }

    /** A jar that is older than the cache, so that only Java can tell. */
    @Test
    void aCacheOfOtherJarsIsIgnoredWithoutAWord() throws Exception {
        assumeThat(APP.resolve("start.aot")).exists();
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.createSymbolicLink(copy.resolve("start.aot"), APP.resolve("start.aot"));
        Files.copy(APP.resolve("jvm.options"), copy.resolve("jvm.options"));
        Path launcher = Files.createDirectories(copy.resolve("bin")).resolve("gan-atelier");
        Files.copy(APP.resolve("bin/gan-atelier"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Path lib = Files.createDirectories(copy.resolve("lib"));
        try (Stream<Path> jars = Files.list(APP.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        assertThat(loadedMain(launcher)).endsWith("source: shared objects file");

        Path own;
        try (Stream<Path> jars = Files.list(lib)) {
            own =
                    jars.filter(jar -> jar.getFileName().toString().startsWith("gan-atelier-"))
                            .findFirst()
                            .orElseThrow();
        }
        Path original = own.toRealPath();
        Files.delete(own);
        Files.copy(original, own);
        Files.setLastModifiedTime(own, FileTime.fromMillis(0));
        assertThat(loadedMain(launcher)).endsWith(".jar");
        Result result = run(launcher, "--version");
        assertThat(result.errors()).isEmpty();
        assertThat(result.out()).matches("GAN Atelier \\d+\\.\\d+\\.\\d+\\R");
    }

    private String loadedMain(Path launcher) throws Exception {
        ProcessBuilder builder = builder(List.of(launcher.toString(), "--version"));
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load");
        return finish(builder.start())
                .out()
                .lines()
                .filter(line -> line.contains(" org.ganatelier.Main source:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        assertThat(run("check", "article").code()).isEqualTo(1);
        assertThat(run("--nonsense").code()).isEqualTo(2);
    }

    @Test
    void savesWhatItHasWhenItIsInterrupted() throws Exception {
        Process process = start("train", "--preset=mlp", "--out=run", "--seconds=600");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().takeWhile(line -> !line.startsWith("step "))).isNotEmpty();
            // Not INT, as Ctrl-C sends: whoever is started in the background may not hear it.
            new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
            assertThat(out.lines().toList()).last().asString().startsWith("Stopped; wrote run/");
        }
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("run/run.atelier")).isNotEmptyFile();
        assertThat(folder.resolve("run/grid.png")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("run/metrics.csv"))).hasSizeGreaterThan(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysInOneLineWhyNoWindowCanBeOpened() throws Exception {
        Result result = run("--screenshot=picture.png");
        assertThat(result.errors().strip().lines()).hasSize(1);
        assertThat(result.errors())
                .startsWith("No window can be opened: there is no display (DISPLAY is not set)");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void asksForAJavaThatIsNewEnough() throws Exception {
        // An old Java in every place where the launcher looks first, and a search path without it.
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path launcher = folder.resolve("bin/gan-atelier");
        Files.createDirectories(launcher.getParent());
        // The same script, without the places of this machine that hold a new Java.
        String script = Files.readString(APP.resolve("bin/gan-atelier"));
        Files.writeString(launcher, script.replaceAll("/(usr|opt|Library)/", "/nowhere/"));
        var builder = new ProcessBuilder("sh", launcher.toString(), "--version");
        builder.environment().put("JAVA_HOME", folder.resolve("old").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("PATH", folder.resolve("old/bin") + ":/usr/bin:/bin");
        Result result = finish(builder.directory(folder.toFile()).start());
        assertThat(result.errors())
                .isEqualTo(
                        "GAN Atelier needs Java 25 or newer: install it, for example from"
                                + " https://adoptium.net, or point JAVA_HOME to it.\n");
        assertThat(result.code()).isEqualTo(1);
    }

    private record Result(int code, String out, String errors) {}

    private Result run(String... arguments) throws Exception {
        return finish(start(arguments));
    }

    private Result run(Path launcher, String argument) throws Exception {
        return finish(builder(List.of(launcher.toString(), argument)).start());
    }

    private Process start(String... arguments) throws IOException {
        String launcher = APP.resolve("bin/gan-atelier").toString();
        return builder(Stream.concat(Stream.of(launcher), Stream.of(arguments)).toList()).start();
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("DISPLAY");
        return builder;
    }

    private Result finish(Process process) throws Exception {
        String out;
        try (var stream = process.getInputStream()) {
            out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        String said;
        try (var stream = process.getErrorStream()) {
            said = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return new Result(process.waitFor(), out, said);
    }
}
