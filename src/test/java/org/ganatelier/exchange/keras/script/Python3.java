package org.ganatelier.exchange.keras.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Python's own compiler, where there is one on this machine. */
final class Python3 {
    private static final String PYTHON = "python3";

    private Python3() {}

    static boolean isThere() {
        try {
            return start(List.of("--version")).waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(PYTHON));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What a program prints; it must end well. */
    static List<String> run(String input, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(List.of(arguments));
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    /** Compiles all scripts of a folder, so that nothing of their grammar is wrong. */
    static void compile(Path folder) throws IOException, InterruptedException {
        run("", "-W", "error", "-m", "compileall", "-q", "-f", folder.toString());
    }

    static Path write(String text, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
