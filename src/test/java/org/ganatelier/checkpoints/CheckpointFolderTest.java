package org.ganatelier.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

final class CheckpointFolderTest {
    @TempDir private Path parent;

    private CheckpointFolder folder() {
        return new CheckpointFolder(parent.resolve("checkpoints"));
    }

    private void save(long... steps) throws Exception {
        for (long step : steps) {
            folder().save(States.at(step), States.told(step));
        }
    }

    private List<Long> steps() throws IOException {
        return folder().list().stream().map(CheckpointFile::step).toList();
    }

    @Test
    void nothingIsThereBeforeTheFirst() throws Exception {
        assertThat(folder().list()).isEmpty();
        assertThat(folder().at(1)).isEmpty();
        assertThat(folder().nearest(1)).isEmpty();
        folder().tidy();
        assertThat(parent.resolve("checkpoints")).doesNotExist();
    }

    @Test
    void eachIsAFileOfItsOwnInTheOrderOfSteps() throws Exception {
        save(1_000, 20, 3);
        assertThat(steps()).containsExactly(3L, 20L, 1_000L);
        for (CheckpointFile kept : folder().list()) {
            assertThat(ProjectFile.loadRun(kept.file()).step()).isEqualTo(kept.step());
            assertThat(kept.bytes()).isEqualTo(Files.size(kept.file()));
        }
        assertThat(folder().nearest(19)).containsExactly(3L, 20L);
        assertThat(folder().nearest(20)).containsExactly(20L, 1_000L);
        assertThat(folder().nearest(2)).containsExactly(3L);
        assertThat(folder().nearest(9_999)).containsExactly(1_000L);
    }

    @Test
    void whatElseIsInTheFolderIsNone() throws Exception {
        save(5);
        for (String other :
                List.of("step-.atelier", "step-7.txt", "run.atelier", "step-7-x.atelier")) {
            Files.writeString(folder().path().resolve(other), "other");
        }
        assertThat(steps()).containsExactly(5L);
    }

    @Test
    void aMarkIsInTheNameAndStaysWhereTheStepIsWrittenAgain() throws Exception {
        save(5, 6);
        CheckpointFile marked = folder().mark(folder().at(5).orElseThrow(), true);
        assertThat(marked.file()).exists();
        save(5);
        assertThat(folder().list()).extracting(CheckpointFile::marked).containsExactly(true, false);
        assertThat(folder().at(5)).contains(marked);
        folder().mark(marked, false);
        assertThat(folder().list())
                .extracting(CheckpointFile::marked)
                .containsExactly(false, false);
        assertThat(steps()).containsExactly(5L, 6L);
    }

    @Test
    void whatIsToldIsReadWithoutWhatWasLearnt() throws Exception {
        CheckpointFile kept = folder().save(States.at(40), States.told(40, 12.5));
        var told = ProjectFile.loadPast(kept.file());
        assertThat(told.history().latest().orElseThrow().step()).isEqualTo(40);
        assertThat(Distances.of(told)).hasValue(12.5);
        assertThat(Distances.of(States.told(40))).isEmpty();
    }

    @Test
    void aDamagedOneCostsOnlyItself() throws Exception {
        folder().save(States.at(1), States.told(1, 30));
        folder().save(States.at(2), States.told(2, 10));
        folder().save(States.at(3), States.told(3, 20));
        assertThat(new Distances().best(folder().list())).hasValue(2);
        Path damaged = folder().at(2).orElseThrow().file();
        byte[] whole = Files.readAllBytes(damaged);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 20) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertThat(steps()).containsExactly(1L, 2L, 3L);
            assertThatExceptionOfType(ProjectException.class)
                    .isThrownBy(() -> ProjectFile.loadRun(damaged));
            assertThat(new Distances().best(folder().list())).hasValue(3);
            assertThat(ProjectFile.loadRun(folder().at(1).orElseThrow().file()).step())
                    .isEqualTo(1);
        }
        Files.delete(damaged);
        assertThat(steps()).containsExactly(1L, 3L);
        assertThat(new Distances().best(List.of())).isEqualTo(OptionalLong.empty());
    }

    @Test
    void laterOnesMoveAwayInPlaceOfThoseThatAreThere() throws Exception {
        var other = new CheckpointFolder(parent.resolve("former"));
        other.save(States.at(77), States.told(77));
        save(1, 2, 3, 4);
        folder().moveLaterThan(9, other);
        assertThat(other.list()).extracting(CheckpointFile::step).containsExactly(77L);
        folder().moveLaterThan(2, other);
        assertThat(steps()).containsExactly(1L, 2L);
        assertThat(other.list()).extracting(CheckpointFile::step).containsExactly(3L, 4L);
    }

    /** A file that nobody has locked, by the name of another process. */
    @Test
    void whatAKilledProgramLeftIsRemoved() throws Exception {
        save(5);
        Path left = folder().path().resolve("step-000000006.atelier.00c0ffee-0badcafe.part");
        Files.writeString(left, "half a checkpoint");
        Path mine = folder().path().resolve("notes.part");
        Files.writeString(mine, "of the user");
        folder().tidy();
        try (Stream<Path> files = Files.list(folder().path())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("step-000000005.atelier", "notes.part");
        }
    }
}
