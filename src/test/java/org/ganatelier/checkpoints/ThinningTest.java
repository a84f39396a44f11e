package org.ganatelier.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

final class ThinningTest {
    private static final long BYTES = 100;

    private static CheckpointFile at(long step) {
        return new CheckpointFile(Path.of("step-" + step), step, false, BYTES);
    }

    private static CheckpointFile marked(long step) {
        return new CheckpointFile(Path.of("step-" + step), step, true, BYTES);
    }

    private static List<CheckpointFile> left(
            Thinning thinning, List<CheckpointFile> kept, OptionalLong best) {
        var left = new ArrayList<>(kept);
        left.removeAll(thinning.surplus(kept, best));
        return left;
    }

    /** Of a run that keeps one every ten steps, thinned after each. */
    private static List<CheckpointFile> afterRunOf(long steps, Thinning thinning) {
        List<CheckpointFile> kept = List.of();
        for (long step = 10; step <= steps; step += 10) {
            var more = new ArrayList<>(kept);
            more.add(at(step));
            kept = left(thinning, more, OptionalLong.empty());
        }
        return kept;
    }

    @Test
    void whatFitsStays() {
        List<CheckpointFile> kept =
                LongStream.rangeClosed(1, 10).mapToObj(ThinningTest::at).toList();
        assertThat(new Thinning(10 * BYTES, 10).surplus(kept, OptionalLong.empty())).isEmpty();
        assertThat(new Thinning(10 * BYTES - 1, 10).surplus(kept, OptionalLong.empty())).hasSize(1);
        assertThat(new Thinning(10 * BYTES, 9).surplus(kept, OptionalLong.empty())).hasSize(1);
        assertThat(Thinning.NONE.surplus(kept, OptionalLong.empty())).isEmpty();
    }

    @Test
    void theBudgetHoldsThroughARunAndTheFirstAndTheNewestAreThere() {
        var thinning = new Thinning(20 * BYTES, 100);
        List<CheckpointFile> kept = afterRunOf(20_000, thinning);
        assertThat(kept).hasSize(20);
        assertThat(kept.getFirst().step()).isEqualTo(10);
        assertThat(kept.getLast().step()).isEqualTo(20_000);
    }

    @Test
    void gapsAreWiderTowardsThePastButBounded() {
        List<CheckpointFile> kept = afterRunOf(20_000, new Thinning(20 * BYTES, 100));
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < kept.size(); i++) {
            gaps.add(kept.get(i).step() - kept.get(i - 1).step());
        }
        long late = gaps.subList(gaps.size() - 5, gaps.size()).stream().mapToLong(g -> g).sum();
        long early = gaps.subList(0, 5).stream().mapToLong(g -> g).sum();
        assertThat(early).isBetween(2 * late, 16 * late);
        // Nowhere a hole of more than a quarter of the run.
        assertThat(gaps).allMatch(gap -> gap < 5_000);
    }

    @Test
    void theMarkedTheBestAndTheNewestAreNeverThinned() {
        var kept = new ArrayList<CheckpointFile>();
        for (long step = 1; step <= 50; step++) {
            kept.add(step % 10 == 3 ? marked(step) : at(step));
        }
        List<CheckpointFile> left = left(new Thinning(0, 1), kept, OptionalLong.of(17));
        assertThat(left)
                .extracting(CheckpointFile::step)
                .containsExactly(3L, 13L, 17L, 23L, 33L, 43L, 50L);
    }

    @Test
    void theFirstGoesLast() {
        List<CheckpointFile> kept =
                LongStream.rangeClosed(1, 9).mapToObj(ThinningTest::at).toList();
        assertThat(left(new Thinning(2 * BYTES, 9), kept, OptionalLong.empty()))
                .extracting(CheckpointFile::step)
                .containsExactly(1L, 9L);
        assertThat(left(new Thinning(BYTES, 9), kept, OptionalLong.empty()))
                .extracting(CheckpointFile::step)
                .containsExactly(9L);
    }

    @Test
    void nothingIsThinnedOfNothing() {
        assertThat(new Thinning(0, 1).surplus(List.of(), OptionalLong.empty())).isEmpty();
    }

    @Test
    void roomIsWhatTheBudgetAndTheNumberAllow() {
        assertThat(new Thinning(1000, 240).room(100)).isEqualTo(10);
        assertThat(new Thinning(1 << 30, 240).room(100)).isEqualTo(240);
        assertThat(new Thinning(50, 240).room(100)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Thinning(-1, 1));
    }
}
