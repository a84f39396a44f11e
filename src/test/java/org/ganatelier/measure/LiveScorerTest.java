package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Images;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

final class LiveScorerTest {
    private static final Images IMAGES = images(3);

    private final KnownJudge judge = new KnownJudge(IMAGES);
    private final List<Score> answers = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private long now = Long.MAX_VALUE - 5;

    private static Images images(int seed) {
        var values = new int[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 7 + seed) % 10;
        }
        return KnownJudge.images(values);
    }

    private LiveScorer scorer(Executor thread) {
        return new LiveScorer(() -> judge, () -> IMAGES, thread, () -> now);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void answersWithTheScore() {
        scorer(Runnable::run).submit(IMAGES, answers::add);
        assertThat(answers).singleElement().isEqualTo(new Scorer(judge, IMAGES).score(IMAGES));
    }

    @Test
    void restsFortyTimesAsLongAsItWorked() {
        LiveScorer scorer = scorer(Runnable::run);
        assertThat(scorer.rested()).isTrue();
        scorer.submit(
                IMAGES,
                score -> {
                    answers.add(score);
                    now += 100;
                });
        assertThat(answers).hasSize(1);
        assertThat(scorer.rested()).isFalse();
        now += 40 * 100 - 1;
        assertThat(scorer.rested()).isFalse();
        now += 1;
        assertThat(scorer.rested()).isTrue();
    }

    @Test
    void openingTheJudgeIsNotCounted() {
        var scorer =
                new LiveScorer(
                        () -> {
                            now += 1_000_000;
                            return judge;
                        },
                        () -> IMAGES,
                        Runnable::run,
                        () -> now);
        scorer.submit(IMAGES, answers::add);
        assertThat(answers).hasSize(1);
        assertThat(scorer.rested()).isTrue();
    }

    @Test
    void imagesThatWaitGiveWayToNewerOnes() {
        LiveScorer scorer = scorer(tasks::add);
        Images newest = images(8);
        scorer.submit(IMAGES, answers::add);
        scorer.submit(newest, answers::add);
        assertThat(scorer.rested()).isFalse();
        runTasks();
        assertThat(answers)
                .singleElement()
                .extracting(Score::images)
                .isEqualTo(new Scorer(judge, IMAGES).score(newest).images());
        assertThat(scorer.rested()).isTrue();
    }

    @Test
    void afterAFailureThereAreNoMoreScores() {
        LiveScorer scorer = scorer(Runnable::run);
        scorer.submit(KnownJudge.images(1, 50), answers::add);
        assertThat(scorer.rested()).isFalse();
        scorer.submit(IMAGES, answers::add);
        assertThat(answers).isEmpty();
    }

    @Test
    void closingClosesTheJudgeOnItsThreadAndAnswersNoMore() {
        LiveScorer scorer = scorer(tasks::add);
        scorer.submit(IMAGES, answers::add);
        runTasks();
        scorer.submit(IMAGES, answers::add);
        scorer.close();
        assertThat(judge.closed()).isFalse();
        runTasks();
        assertThat(judge.closed()).isTrue();
        assertThat(answers).hasSize(1);
        assertThat(scorer.rested()).isFalse();
    }
}
