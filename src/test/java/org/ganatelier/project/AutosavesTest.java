package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Autosaves.Found;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class AutosavesTest {
    @TempDir private Path folder;

    @Test
    void nothingIsFoundWhereNothingWasSaved() {
        assertThat(saves().newest()).isEqualTo(new Found.Nothing());
        assertThat(saves().newestMillis()).isEmpty();
    }

    @Test
    void theNewestIsFoundAndTwoAreKept() throws Exception {
        for (int step = 1; step <= 12; step++) {
            Path file = saves().save(project(step));
            assertFound(step, false);
            assertThat(saves().newestMillis()).hasValue(Files.getLastModifiedTime(file).toMillis());
        }
        assertThat(names()).containsExactly("autosave-11.atelier", "autosave-12.atelier");
    }

    @Test
    void whereverTheNewestIsCutTheOneBeforeItIsFound() throws Exception {
        saves().save(project(1));
        Path newest = saves().save(project(2));
        byte[] whole = Files.readAllBytes(newest);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            Files.write(newest, Arrays.copyOf(whole, length));
            assertFound(1, true);
        }
        Files.write(newest, whole);
        assertFound(2, false);
    }

    @Test
    void whereverTheNewestIsDamagedAWholeOneIsFound() throws Exception {
        saves().save(project(1));
        Path newest = saves().save(project(2));
        byte[] whole = Files.readAllBytes(newest);
        for (int at = 0; at < whole.length; at += 1 + whole.length / 60) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(newest, damaged);
            assertThat(saves().newest()).isInstanceOf(Found.Whole.class);
        }
    }

    @Test
    void aDamagedOneIsNotReplacedByTheNext() throws Exception {
        saves().save(project(1));
        Files.write(saves().save(project(2)), new byte[100]);
        saves().save(project(3));
        assertFound(3, false);
    }

    @Test
    void whereBothAreDamagedTheReasonIsKnown() throws Exception {
        Files.write(saves().save(project(1)), new byte[9]);
        Files.write(saves().save(project(2)), new byte[9]);
        assertThat(saves().newest())
                .isInstanceOfSatisfying(
                        Found.Damaged.class,
                        damaged ->
                                assertThat(damaged.problem())
                                        .isEqualTo(
                                                new FileProblem.InFile(
                                                        place().resolve("autosave-2.atelier"),
                                                        new FileProblem.NotOurs())));
    }

    @Test
    void clearingLeavesWhatIsNotTheirs() throws Exception {
        saves().save(project(1));
        saves().save(project(2));
        Files.writeString(place().resolve("picture.png"), "mine");
        saves().clear();
        assertThat(names()).containsExactly("picture.png");
        assertThat(saves().newest()).isEqualTo(new Found.Nothing());
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() throws IOException {
        Files.writeString(place(), "a file stands here");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> saves().save(project(1)))
                .extracting(Refusals::sentence)
                .isEqualTo(place() + " cannot be saved: something of that name is there already.");
    }

    private void assertFound(long step, boolean newerIsDamaged) {
        assertThat(saves().newest())
                .isInstanceOfSatisfying(
                        Found.Whole.class,
                        found -> {
                            assertThat(found.project().run().orElseThrow().step()).isEqualTo(step);
                            assertThat(found.newerIsDamaged()).isEqualTo(newerIsDamaged);
                        });
    }

    private Path place() {
        return folder.resolve("autosave");
    }

    private Autosaves saves() {
        return new Autosaves(place());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(place())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Project project(long step) throws ProjectException {
        Experiment experiment = Presets.load("digits");
        var weights = new float[5000];
        Arrays.fill(weights, (float) step);
        return Project.of(new Checkpoint(experiment, step, step, Map.of("a", weights), Map.of()));
    }
}
