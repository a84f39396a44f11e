package org.ganatelier.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.checkpoints.Cadence.Cost;
import org.ganatelier.checkpoints.Cadence.Moment;
import org.ganatelier.checkpoints.CheckpointKeeper.Kept;
import org.ganatelier.project.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The time-out only ends what hangs. */
@Timeout(60)
final class CheckpointKeeperTest {
    @TempDir private Path parent;
    private final List<FileProblem> problems = new CopyOnWriteArrayList<>();
    private final List<List<Long>> told = new CopyOnWriteArrayList<>();

    private CheckpointFolder folder() {
        return new CheckpointFolder(parent.resolve("checkpoints"));
    }

    private CheckpointKeeper keeper(Cadence cadence, Thinning thinning) {
        return new CheckpointKeeper(
                folder(),
                cadence,
                () -> thinning,
                Moment.BEGINNING,
                new CheckpointKeeper.Listener() {
                    @Override
                    public void kept(List<CheckpointFile> all) {
                        told.add(all.stream().map(CheckpointFile::step).toList());
                    }

                    @Override
                    public void failed(FileProblem problem) {
                        problems.add(problem);
                    }
                });
    }

    private static CompletableFuture<Kept> state(long step, double distance) {
        return CompletableFuture.completedFuture(
                new Kept(States.at(step), States.told(step, distance)));
    }

    private List<Long> steps() throws IOException {
        return folder().list().stream().map(CheckpointFile::step).toList();
    }

    @Test
    void everyOneThatIsDueIsKeptHoweverFastTheRunIs() throws Exception {
        try (var keeper = keeper(new Cadence.EverySteps(2), Thinning.NONE)) {
            for (long step = 1; step <= 20; step++) {
                long now = step;
                keeper.stepped(new Moment(step, 0), () -> state(now, 1));
            }
        }
        assertThat(steps()).containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
        assertThat(told).last().isEqualTo(steps());
        assertThat(problems).isEmpty();
    }

    @Test
    void theBestIsKeptThroughAllThinning() throws Exception {
        try (var keeper = keeper(new Cadence.EverySteps(1), new Thinning(1 << 30, 4))) {
            for (long step = 1; step <= 40; step++) {
                long now = step;
                keeper.stepped(new Moment(step, 0), () -> state(now, Math.abs(now - 11) + 1.0));
            }
        }
        assertThat(steps()).hasSize(4).contains(1L, 11L, 40L);
    }

    /** What a run before this one has left counts too. */
    @Test
    void theBestOfAnEarlierTimeIsKept() throws Exception {
        folder().save(States.at(3), States.told(3, 0.5));
        try (var keeper = keeper(new Cadence.EverySteps(1), new Thinning(1 << 30, 3))) {
            for (long step = 4; step <= 12; step++) {
                long now = step;
                keeper.stepped(new Moment(step, 0), () -> state(now, 2));
            }
        }
        assertThat(steps()).hasSize(3).contains(3L, 12L);
    }

    @Test
    void oneThatIsNeverTakenHoldsUpNobody() throws Exception {
        try (var keeper = keeper(new Cadence.EverySteps(1), Thinning.NONE)) {
            keeper.stepped(
                    new Moment(1, 0),
                    () -> CompletableFuture.failedFuture(new IllegalStateException("over")));
            keeper.stepped(new Moment(2, 0), () -> state(2, 1));
        }
        assertThat(steps()).containsExactly(2L);
    }

    @Test
    void whileOneIsWrittenAnAdaptiveCadenceTakesNoOther() throws Exception {
        var slow = new CompletableFuture<Kept>();
        try (var keeper = keeper(new Cadence.Adaptive(), Thinning.NONE)) {
            keeper.stepped(new Moment(1, 5), () -> slow);
            keeper.stepped(new Moment(2, 50), () -> state(2, 1));
            slow.complete(state(1, 1).join());
        }
        assertThat(steps()).containsExactly(1L);
        assertThat(
                        new Cadence.Adaptive()
                                .isDue(new Moment(2, 50), new Moment(1, 5), Cost.unknown(0)))
                .isTrue();
    }

    @Test
    void whatCannotBeWrittenIsToldAndTheNextIsTried() throws Exception {
        Files.writeString(parent.resolve("checkpoints"), "a file stands here");
        try (var keeper = keeper(new Cadence.EverySteps(1), Thinning.NONE)) {
            keeper.stepped(new Moment(1, 0), () -> state(1, 1));
            // Waits until the first was tried: only then is there room for the second.
            keeper.stepped(
                    new Moment(2, 0),
                    () -> {
                        try {
                            Files.delete(parent.resolve("checkpoints"));
                        } catch (IOException e) {
                            return CompletableFuture.failedFuture(e);
                        }
                        return state(2, 1);
                    });
        }
        assertThat(problems).hasSize(1);
        assertThat(steps()).containsExactly(2L);
    }

    @Test
    void afterItIsClosedNothingIsAskedFor() throws Exception {
        var keeper = keeper(new Cadence.EverySteps(1), Thinning.NONE);
        keeper.close();
        keeper.stepped(
                new Moment(1, 0),
                () -> {
                    throw new AssertionError("asked");
                });
        assertThat(steps()).isEmpty();
    }
}
