package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

class RunRecordTest {
    private static final long RUN = 7;
    private static final LiveSetting RATE =
            LiveSettings.at("training.generatorOptimizer.learningRate").orElseThrow();

    private final RunStory story =
            new RunStory(new RunStart(RUN, plan(), Optional.empty(), OptionalInt.empty()));

    @Test
    void whatARunTellsIsInItsRecord() {
        var edit = new Edit(1, RATE, RATE.of(plan().experiment()), "0.5");
        var half = new PlayerStep(1, Run.Turn.DISCRIMINATOR);
        var mark = new CheckpointMark(2, CheckpointMark.Reason.SAVED);
        measure(1, 0.7);
        story.accept(new RunEvent.Edited(RUN, edit));
        story.accept(new RunEvent.Stepped(RUN, half));
        measure(2, Double.NaN);
        story.scored(score(2));
        story.kept(mark);
        story.computedBy(new EngineInfo("Fake 1.0", 2));
        story.accept(new RunEvent.Ended(RUN, new RunEvent.End.Completed()));

        RunRecord told = story.record();
        assertThat(told.runId()).isEqualTo(RUN);
        assertThat(told.beginning()).isEqualTo(plan().experiment());
        assertThat(told.history().lastStep()).isEqualTo(2);
        assertThat(told.edits()).containsExactly(edit);
        assertThat(told.experiment().training().optimizer(Side.GENERATOR).learningRate())
                .isEqualTo(0.5);
        assertThat(told.playerSteps()).containsExactly(half);
        assertThat(told.scores()).containsExactly(score(2));
        assertThat(told.checkpoints()).containsExactly(mark);
        assertThat(told.threads()).hasValue(2);
        assertThat(told.end()).contains(new RunEvent.End.Completed());
    }

    @Test
    void theRevisionChangesAtEachPartAndNotAtWhatIsOfTheMoment() {
        long before = story.revision();
        story.accept(new RunEvent.StateChanged(RUN, RunEvent.State.TRAINING));
        assertThat(story.revision()).isEqualTo(before);
        measure(1, 0.7);
        assertThat(story.revision()).isGreaterThan(before);
        long measured = story.revision();
        story.scored(score(1));
        assertThat(story.revision()).isGreaterThan(measured);
        assertThat(story.record().revision()).isEqualTo(story.revision());
    }

    @Test
    void aRecordStaysAsItIsWhileTheStoryGoesOn() {
        measure(1, 0.7);
        RunRecord early = story.record();
        measure(2, 0.8);
        story.accept(new RunEvent.Edited(RUN, new Edit(2, RATE, "0.001", "0.5")));
        story.scored(score(2));
        story.accept(new RunEvent.Ended(RUN, new RunEvent.End.Stopped()));

        assertThat(early.history().lastStep()).isEqualTo(1);
        assertThat(early.history().value(Curve.GENERATOR_LOSS, 2)).isNaN();
        assertThat(early.edits()).isEmpty();
        assertThat(early.scores()).isEmpty();
        assertThat(early.end()).isEmpty();
        assertThat(story.record().history().lastStep()).isEqualTo(2);
    }

    /** Values that a copy shares are not written to by either; edges of chunks are crossed. */
    @Test
    void aStoryGoesOnFromAnothersPast() {
        for (int step = 1; step <= 3000; step++) {
            measure(step, step);
        }
        story.accept(new RunEvent.Edited(RUN, new Edit(2, RATE, "0.001", "0.5")));
        story.scored(score(2));
        RunPast past = RunPast.of(story.record());
        var parent = new RunStart.Parent(OptionalLong.of(RUN), 3000);
        var start = new RunStart(8, plan(), Optional.of(parent), OptionalInt.empty());
        var next = new RunStory(start, past);
        assertThat(next.history().lastStep()).isEqualTo(3000);
        assertThat(next.scores()).containsExactly(score(2));
        for (int step = 3001; step <= 6000; step++) {
            next.accept(new RunEvent.Measured(8, metrics(step, step)));
            measure(step, -step);
        }
        assertThat(next.history().edits()).hasSize(1);
        for (long step = 1; step <= 6000; step++) {
            assertThat(next.history().value(Curve.GENERATOR_LOSS, step)).isEqualTo((double) step);
            assertThat(story.history().value(Curve.GENERATOR_LOSS, step))
                    .isEqualTo((double) (step <= 3000 ? step : -step));
        }
        Buckets thin = next.history().thin(Curve.GENERATOR_LOSS, 1, 6000, 100);
        assertThat(thin.max()[46]).as("across the seam").isEqualTo(47 * 64);
        assertThat(thin.min()[46]).isEqualTo(46 * 64 + 1);
        assertThat(past.history().lastStep()).isEqualTo(3000);
    }

    @Test
    void aPastIsCutAtTheStateThatARunGoesOnFrom() {
        for (int step = 1; step <= 3000; step++) {
            measure(step, step);
        }
        story.accept(new RunEvent.Edited(RUN, new Edit(2500, RATE, "0.001", "0.5")));
        story.accept(new RunEvent.Stepped(RUN, new PlayerStep(2000, Run.Turn.GENERATOR)));
        story.scored(score(2001));
        RunPast past = RunPast.of(story.record());
        var state = new Checkpoint(plan().experiment(), 2000, 33.5, Map.of(), Map.of());
        RunPast cut = past.until(state);
        assertThat(cut.history().lastStep()).isEqualTo(2000);
        assertThat(cut.history().latest().orElseThrow().seconds()).isEqualTo(33.5);
        assertThat(cut.history().value(Curve.GENERATOR_LOSS, 2000)).isEqualTo(2000);
        assertThat(cut.history().value(Curve.GENERATOR_LOSS, 2001)).isNaN();
        assertThat(cut.history().edits()).isEmpty();
        var known = new History(plan().experiment());
        for (int step = 1; step <= 2000; step++) {
            known.add(metrics(step, step));
        }
        for (int width : List.of(2000, 300, 20, 3)) {
            assertThat(cut.history().thin(Curve.GENERATOR_LOSS, 1, 2000, width))
                    .usingRecursiveComparison()
                    .isEqualTo(known.thin(Curve.GENERATOR_LOSS, 1, 2000, width));
        }
        History further = cut.history().growing();
        further.add(metrics(2001, -5));
        known.add(metrics(2001, -5));
        assertThat(further.thin(Curve.GENERATOR_LOSS, 1, 2001, 3).min())
                .isEqualTo(known.thin(Curve.GENERATOR_LOSS, 1, 2001, 3).min());
        assertThat(past.history().value(Curve.GENERATOR_LOSS, 2001)).isEqualTo(2001);
        assertThat(cut.playerSteps()).isEmpty();
        assertThat(cut.scores()).isEmpty();
        assertThat(cut.until(state)).isEqualTo(cut);
    }

    /** The copy shares full chunks of 1,024 values with its original: their edges are crossed. */
    @Test
    void theCurvesOfARecordKeepEveryValueHoweverLongTheRunGoesOn() {
        int steps = 16 * 1_024;
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        var known = new History(plan().experiment());
        for (int step = 1; step <= steps; step++) {
            Metrics metrics = metrics(step, random.nextDouble());
            story.accept(new RunEvent.Measured(RUN, metrics));
            known.add(metrics);
        }
        RunRecord early = story.record();
        for (int step = steps + 1; step <= steps + 2_000; step++) {
            measure(step, -99);
        }

        assertThat(early.history().thin(Curve.GENERATOR_LOSS, 1, steps + 2_000, 50))
                .usingRecursiveComparison()
                .isEqualTo(known.thin(Curve.GENERATOR_LOSS, 1, steps + 2_000, 50));
    }

    @Test
    void aRecordCannotGrow() {
        History frozen = story.record().history();

        assertThatThrownBy(() -> frozen.add(metrics(1, 0.7)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> frozen.mark(new Edit(0, RATE, "0.001", "0.5")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherRunHasNoPartInTheStory() {
        assertThatThrownBy(() -> story.accept(new RunEvent.Measured(RUN + 1, metrics(1, 0.7))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsToldAfterTheEndButAScoreMayComeLate() {
        story.accept(new RunEvent.Ended(RUN, new RunEvent.End.Stopped()));

        assertThatThrownBy(() -> measure(1, 0.7)).isInstanceOf(IllegalStateException.class);
        story.scored(score(1));
        assertThat(story.record().scores()).hasSize(1);
    }

    @Test
    void threadsThatWereAskedForAreThoseOfTheRun() {
        var parent = new RunStart.Parent(OptionalLong.of(3), 12);
        var asked = new RunStory(new RunStart(RUN, plan(), Optional.of(parent), OptionalInt.of(1)));
        assertThat(story.record().threads()).isEmpty();
        asked.computedBy(new EngineInfo("Fake 1.0", 2));

        assertThat(asked.record().threads()).hasValue(1);
        assertThat(asked.record().start().parent()).contains(parent);
    }

    private void measure(long step, double generatorLoss) {
        story.accept(new RunEvent.Measured(RUN, metrics(step, generatorLoss)));
    }

    private static Metrics metrics(long step, double generatorLoss) {
        return new Metrics(step, 0, step, generatorLoss, 1.4, 0.6, 0.4, 640);
    }

    private static ScorePoint score(long step) {
        var quality =
                new Quality(
                        500,
                        new Estimate(500, 12, 1),
                        0.9,
                        new Coverage(List.of(0.5, 0.5)),
                        Optional.empty());
        return new ScorePoint(step, new Score(quality, quality));
    }

    private static Plan plan() {
        try {
            Experiment experiment = BenchNets.load("classroom");
            var stack = new NetworkPlan(new Shape.Flat(experiment.latentSize()), List.of());
            return new Plan(experiment, stack, stack);
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }
}
