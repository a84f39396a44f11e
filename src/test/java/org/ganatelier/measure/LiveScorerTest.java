package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.train.quality.Score;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

final class LiveScorerTest {
    private static final Images IMAGES = images(3);
    private static final Dataset REAL = Dataset.of(IMAGES, Optional.empty());

    private final KnownClassifier classifier = new KnownClassifier(IMAGES);
    private final List<Score> answers = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private long now = Long.MAX_VALUE - 5;

    private static Images images(int seed) {
        var values = new int[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 7 + seed) % 10;
        }
        return KnownClassifier.images(values);
    }

    private LiveScorer scorer(Executor thread) {
        return new LiveScorer(() -> classifier, () -> REAL, thread, () -> now);
    }

    /** Images that are there already. */
    private void ask(LiveScorer scorer, Images images) {
        scorer.ask(sampled -> sampled.accept(images), new byte[0], answers::add);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void answersWithTheScore() {
        ask(scorer(Runnable::run), IMAGES);
        assertThat(answers).singleElement().isEqualTo(new Scorer(classifier, REAL).score(IMAGES));
    }

    @Test
    void takesATwentiethOfTheTimeWithTheMakingOfTheImages() {
        LiveScorer scorer = scorer(Runnable::run);
        assertThat(scorer.rested()).isTrue();
        scorer.ask(
                sampled -> {
                    now += 300;
                    sampled.accept(IMAGES);
                },
                new byte[0],
                score -> {
                    answers.add(score);
                    now += 100;
                });
        assertThat(answers).hasSize(1);
        assertThat(scorer.rested()).isFalse();
        now += 19 * (300 + 100) - 1;
        assertThat(scorer.rested()).isFalse();
        now += 1;
        assertThat(scorer.rested()).isTrue();
    }

    /** In seconds; the work is so long that only the limits count. */
    @Test
    void theFirstRestsOfARunAreShort() {
        LiveScorer scorer = scorer(Runnable::run);
        askFor(scorer, 100);
        scorer.begin(IMAGES.count());
        assertThat(scorer.rested()).as("another run need not wait").isTrue();
        for (long rest = 2; rest <= 256; rest *= 2) {
            askFor(scorer, 100);
            now += seconds(rest) - 1;
            assertThat(scorer.rested()).isFalse();
            now += 1;
            assertThat(scorer.rested()).isTrue();
        }
        askFor(scorer, 100);
        now += seconds(19 * 100) - 1;
        assertThat(scorer.rested()).isFalse();
    }

    /** Images that take so many seconds. */
    private void askFor(LiveScorer scorer, long seconds) {
        scorer.ask(
                sampled -> {
                    now += seconds(seconds);
                    sampled.accept(IMAGES);
                },
                new byte[0],
                answers::add);
    }

    private static long seconds(long seconds) {
        return seconds * 1_000_000_000L;
    }

    @Test
    void anAnswerFindsItFreeThoughNotRested() {
        LiveScorer scorer = scorer(Runnable::run);
        var free = new ArrayList<Boolean>();
        scorer.ask(
                sampled -> {
                    now += 300;
                    sampled.accept(IMAGES);
                },
                new byte[0],
                _ -> free.add(scorer.free()));
        assertThat(free).containsExactly(true);
        assertThat(scorer.rested()).isFalse();
    }

    @Test
    void imagesThatNeverComeAreNotWaitedFor() {
        LiveScorer scorer = scorer(Runnable::run);
        scorer.ask(_ -> now += 300, new byte[0], answers::add);
        assertThat(scorer.rested()).isTrue();
        ask(scorer, IMAGES);
        assertThat(answers).hasSize(1);
    }

    @Test
    void openingTheClassifierIsNotCounted() {
        var scorer =
                new LiveScorer(
                        () -> {
                            now += 1_000_000;
                            return classifier;
                        },
                        () -> REAL,
                        Runnable::run,
                        () -> now);
        ask(scorer, IMAGES);
        assertThat(answers).hasSize(1);
        assertThat(scorer.rested()).isTrue();
    }

    @Test
    void imagesThatWaitGiveWayToNewerOnes() {
        LiveScorer scorer = scorer(tasks::add);
        Images newest = images(8);
        ask(scorer, IMAGES);
        ask(scorer, newest);
        assertThat(scorer.rested()).isFalse();
        runTasks();
        assertThat(answers)
                .singleElement()
                .extracting(Score::images)
                .isEqualTo(new Scorer(classifier, REAL).score(newest).images());
        assertThat(scorer.rested()).isTrue();
    }

    @Test
    void afterAFailureThereAreNoMoreScores() {
        LiveScorer scorer = scorer(Runnable::run);
        ask(scorer, KnownClassifier.images(1, 50));
        assertThat(scorer.rested()).isFalse();
        ask(scorer, IMAGES);
        assertThat(answers).isEmpty();
    }

    @Test
    void closingClosesTheClassifierOnItsThreadAndAnswersNoMore() {
        LiveScorer scorer = scorer(tasks::add);
        ask(scorer, IMAGES);
        runTasks();
        ask(scorer, IMAGES);
        scorer.close();
        assertThat(classifier.closed()).isFalse();
        runTasks();
        assertThat(classifier.closed()).isTrue();
        assertThat(answers).hasSize(1);
        assertThat(scorer.rested()).isFalse();
    }
}
