package org.ganatelier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.Autosaves;
import org.ganatelier.project.Autosaves.Found;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A program that is killed while it saves leaves the newest state that it has reported, or more.
 */
final class KilledSaveTest {
    private static final int LONGEST_LIFE_MILLIS = 400;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir private Path folder;

    @Test
    void whateverTheMomentNothingIsLost() {
        Campaign.of("kills", 2).run(this::killOnce);
    }

    private void killOnce(RandomGenerator random) throws Exception {
        Process saver = start();
        long reported = 0;
        try (BufferedReader told = saver.inputReader()) {
            assertThat(told.readLine()).isEqualTo("1");
            var _ = saver.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            // Not the process itself: that would close what it has told.
            saver.toHandle().destroyForcibly();
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                reported = line.isBlank() ? reported : Long.parseLong(line);
            }
        }
        assertThat(saver.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(ProjectFile.loadRun(file()).step()).isGreaterThanOrEqualTo(reported);
        assertThat(saves().newest())
                .isInstanceOfSatisfying(
                        Found.Whole.class, found -> assertThat(found.newerIsDamaged()).isFalse());
        ProjectFile.save(file(), project(1));
        assertThat(names(folder)).noneMatch(name -> name.endsWith(".part"));
    }

    private Path file() {
        return folder.resolve("run.atelier");
    }

    private Autosaves saves() {
        return new Autosaves(folder.resolve("autosaves"));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Project project(long step) throws ProjectException {
        var weights = new float[200_000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.sin((double) (i + step));
        }
        return Project.of(
                new Checkpoint(
                        Presets.load("digits"), step, step, Map.of("weights", weights), Map.of()));
    }

    /** Another process, which saves until it is killed, and reports each state that is saved. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) throws ProjectException {
            Path folder = Path.of(arguments[0]);
            var saves = new Autosaves(folder.resolve("autosaves"));
            for (long step = 1; ; step++) {
                ProjectFile.save(folder.resolve("run.atelier"), project(step));
                saves.save(project(step));
                System.out.println(step);
            }
        }
    }
}
