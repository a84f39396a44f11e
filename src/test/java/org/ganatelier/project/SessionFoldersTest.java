package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.files.FileHold;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

final class SessionFoldersTest {
    @TempDir private Path data = Path.of("");

    @Test
    void aSessionThatGoesOnIsNobodyElses() throws Exception {
        SessionFolder living = folders().begin();
        living.saves().save(work(7));
        assertThat(folders().former()).isEmpty();
        living.end(false);
    }

    @Test
    void whatASessionLeftIsFound() throws Exception {
        SessionFolder session = folders().begin();
        session.saves().save(work(7));
        Files.createFile(session.picture());
        session.end(false);

        FormerSession former = only();
        assertThat(former.endedBadly()).isFalse();
        FormerSession.Work left = former.work().orElseThrow();
        assertThat(left.experiment()).isEqualTo(Presets.load("mlp"));
        assertThat(left.step()).isEqualTo(OptionalLong.of(7));
        assertThat(left.picture()).isPresent();
        assertThat(folders().load(former)).isEqualTo(work(7));
    }

    @Test
    void whatWasSavedLeavesNothing() throws Exception {
        SessionFolder session = folders().begin();
        session.saves().save(work(7));
        session.end(true);
        assertThat(folders().former()).isEmpty();
        assertThat(sessions()).isEmpty();
    }

    @Test
    void aKilledProcessLeavesItsMark() throws Exception {
        Path folder = killed(work(7));
        assertThat(only().endedBadly()).isTrue();
        assertThat(only().crashReport()).isEmpty();
        assertThat(only().folder()).isEqualTo(folder);

        folders().settle(only());
        assertThat(only().endedBadly()).isFalse();
        assertThat(only().work()).isPresent();
    }

    @Test
    void theReportOfACrashIsFoundWhereTheFlagPutsIt() throws Exception {
        killed(work(7));
        Path report =
                Files.createFile(
                        Files.createDirectories(SessionFolders.crashes(data))
                                .resolve("hs_err_pid4711.log"));
        assertThat(only().crashReport()).contains(report);
    }

    @Test
    void theReportOfACrashIsFoundWhereTheProgramWasStarted() throws Exception {
        Path place = Files.createDirectories(data.resolve("home"));
        Path folder = killed(work(7));
        Files.writeString(
                folder.resolve(SessionFolder.MARK), "process=4711\nplace=" + place + "\n");
        Path report = Files.createFile(place.resolve("hs_err_pid4711.log"));
        assertThat(only().crashReport()).contains(report);
    }

    @Test
    void aCrashWithoutWorkIsTold() throws Exception {
        Path folder = Files.createDirectories(data.resolve("sessions/1"));
        Files.writeString(folder.resolve(SessionFolder.MARK), "process=4711\n");
        assertThat(only().endedBadly()).isTrue();
        assertThat(only().work()).isEmpty();
        folders().settle(only());
        assertThat(sessions()).isEmpty();
    }

    @Test
    void aMarkThatWasCutOffIsAMark() throws Exception {
        Path folder = killed(work(7));
        Files.write(folder.resolve(SessionFolder.MARK), new byte[0]);
        assertThat(only().endedBadly()).isTrue();
    }

    @Test
    void theNewestTenAreKept() throws Exception {
        for (int step = 1; step <= SessionFolders.MOST + 2; step++) {
            SessionFolder session = folders().begin();
            age(session.saves().save(work(step)), Duration.ofHours(100 - step));
            session.end(false);
        }
        assertThat(folders().former())
                .extracting(session -> session.work().orElseThrow().step().orElseThrow())
                .containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
        assertThat(sessions()).hasSize(SessionFolders.MOST);
    }

    @Test
    void whatIsTooOldIsRemoved() throws Exception {
        SessionFolder session = folders().begin();
        age(session.saves().save(work(7)), SessionFolders.LONGEST.plusHours(1));
        session.end(false);
        assertThat(folders().former()).isEmpty();
        assertThat(sessions()).isEmpty();
    }

    @Test
    void whatIsRemovedIsGone() throws Exception {
        killed(work(7));
        FormerSession former = only();
        folders().remove(former);
        assertThat(sessions()).isEmpty();
        assertThatThrownBy(() -> folders().load(former)).isInstanceOf(ProjectException.class);
    }

    @Test
    void twoSessionsAtATimeHaveFoldersOfTheirOwn() throws Exception {
        SessionFolder one = folders().begin();
        SessionFolder other = folders().begin();
        one.saves().save(work(1));
        other.saves().save(work(2));
        one.end(false);
        assertThat(only().work().orElseThrow().step()).isEqualTo(OptionalLong.of(1));
        other.end(false);
        assertThat(folders().former()).hasSize(2);
    }

    /** A folder as a process leaves it that is killed: its lock is free, its files are there. */
    private Path killed(Project work) throws Exception {
        Path folder = Files.createDirectories(data.resolve("sessions/1"));
        Files.writeString(folder.resolve(SessionFolder.MARK), "process=4711\n");
        Files.createFile(folder.resolve(".atelier.lock"));
        new Autosaves(folder).save(work);
        assertThat(FileHold.of(folder))
                .hasValueSatisfying(hold -> assertThat(hold).isInstanceOf(FileHold.class))
                .get()
                .satisfies(FileHold::close);
        return folder;
    }

    private FormerSession only() {
        List<FormerSession> former = folders().former();
        assertThat(former).hasSize(1);
        return former.getFirst();
    }

    private SessionFolders folders() {
        return new SessionFolders(data);
    }

    private List<Path> sessions() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("sessions"))) {
            return all.toList();
        }
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static Project work(long step) throws ProjectException {
        return Project.of(new Checkpoint(Presets.load("mlp"), step, 1, Map.of(), Map.of()));
    }
}
