package org.ganatelier.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

final class RunFoldersTest {
    @TempDir private Path data;

    private RunFolders folders() {
        return new RunFolders(data);
    }

    private RunFolders.Held run(String name, int checkpoints) throws Exception {
        RunFolders.Held held = folders().begin(name);
        for (int step = 1; step <= checkpoints; step++) {
            held.folder().save(States.at(step), States.told(step));
        }
        return held;
    }

    @Test
    void eachRunHasAFolderOfItsOwnNamedByItsExperiment() throws Exception {
        assertThat(folders().all()).isEmpty();
        try (var one = run("Digits, first contact", 1);
                var other = run("Digits, first contact", 1);
                var odd = run("../„…“", 1)) {
            assertThat(one.folder().path()).isNotEqualTo(other.folder().path());
            assertThat(one.folder().path().getFileName().toString())
                    .matches("\\d{8}-\\d{6}-Digits-first-contact");
            assertThat(odd.folder().path().getParent()).isEqualTo(data.resolve("runs"));
            assertThat(folders().all()).hasSize(3);
        }
    }

    @Test
    void aFolderWithoutCheckpointsGoesWithItsRun() throws Exception {
        run("empty", 0).close();
        assertThat(folders().all()).isEmpty();
        run("one", 1).close();
        assertThat(folders().all()).hasSize(1);
    }

    @Test
    void theOldestRunGoesFirstAndOneThatGoesOnStays() throws Exception {
        long size;
        Path oldest;
        try (var first = run("1", 2)) {
            oldest = first.folder().path();
            size = first.folder().list().getFirst().bytes();
        }
        rename(oldest, "20200101-000000-oldest");
        try (var second = run("2", 2)) {
            oldest = second.folder().path();
        }
        rename(oldest, "20210101-000000-older");
        try (var third = run("3", 2)) {
            folders().cleanUp(6 * size + 100);
            assertThat(folders().all()).hasSize(3);
            folders().cleanUp(4 * size + 100);
            assertThat(folders().all())
                    .extracting(folder -> folder.path().getFileName().toString())
                    .hasSize(2)
                    .contains("20210101-000000-older");
            folders().cleanUp(0);
            assertThat(folders().all()).hasSize(1);
            assertThat(third.folder().list()).hasSize(2);
        }
        folders().cleanUp(0);
        assertThat(folders().all()).isEmpty();
    }

    @Test
    void whatTheUserPutThereStays() throws Exception {
        Path folder;
        try (var run = run("mine", 1)) {
            folder = run.folder().path();
        }
        Files.writeString(folder.resolve("notes.txt"), "mine");
        folders().cleanUp(0);
        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(new CheckpointFolder(folder).list()).isEmpty();
    }

    private void rename(Path folder, String name) throws Exception {
        Files.move(folder, folder.resolveSibling(name));
    }
}
