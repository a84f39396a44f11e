package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.session.LiveScore.State;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierTask;
import org.ganatelier.train.FakeClassifiers.FakeClassifier;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Moments;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
import org.ganatelier.train.quality.ScorePoint;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class LiveScoreTest {
    /** What the clock goes on by whenever it is read. */
    private static final long TICK = 1_000;

    private static final Shape.Image SHAPE = new Shape.Image(28, 28, 1);

    private final LaterExecutor fx = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final List<DataSpec.Bundled> opened = new ArrayList<>();
    private final List<FakeClassifier> classifiers = new ArrayList<>();
    private final Map<Long, RunEntry> entries = new HashMap<>();
    private final LiveScore live = new LiveScore(this::scorer, fx);
    private int heldOut = 1_000;
    private long now;

    @Test
    void aPreviewAsksForImagesAndTheirScoreIsShown() {
        assertThat(state()).isInstanceOf(State.NoRun.class);
        FakeRun run = start(Sets.MNIST.spec());
        assertThat(state()).isInstanceOf(State.Waiting.class);
        assertThat(run.answerSample()).isFalse();
        show(run, 5);
        show(run, 6);
        assertThat(run.answerSample()).isTrue();
        assertThat(run.answerSample()).as("one at a time").isFalse();
        fx.runAll();

        var scored = (State.Scored) state();
        assertThat(scored.data()).isEqualTo(Sets.MNIST.spec());
        assertThat(scored.newest().step()).isEqualTo(5);
        assertThat(scored.newest().score().images().count()).isEqualTo(ScoredRun.IMAGES);
        // Every pixel is 128, which this classifier takes for an 8.
        assertThat(scored.newest().score().images().coverage().shares().get(8)).isEqualTo(1);
        assertThat(opened).containsExactly(Sets.MNIST.spec());
    }

    @Test
    void afterAScoreItRestsAndThenTheNextIsAddedToTheOthers() {
        FakeRun run = start(Sets.MNIST.spec());
        score(run, 5);
        show(run, 6);
        assertThat(run.answerSample()).as("it rests").isFalse();
        now += 1_000 * TICK;
        show(run, 5);
        assertThat(run.answerSample()).as("nothing new").isFalse();
        score(run, 9);

        var scored = (State.Scored) state();
        assertThat(scored.all()).extracting(ScorePoint::step).containsExactly(5L, 9L);
    }

    @Test
    void whoLooksBackSeesTheScoresUpToThere() {
        FakeRun run = start(Sets.MNIST.spec());
        score(run, 5);
        now += 1_000 * TICK;
        score(run, 9);
        measure(run, 200);
        live.lookAt(OptionalLong.of(7));
        var then = (State.Scored) state();
        assertThat(then.all()).extracting(ScorePoint::step).containsExactly(5L);
        assertThat(then.outdated()).isFalse();
        live.lookAt(OptionalLong.of(4));
        assertThat(state()).isEqualTo(new State.NoScores());
        live.lookAt(OptionalLong.empty());
        assertThat(((State.Scored) state()).newest().step()).isEqualTo(9);
    }

    @Test
    void untrainedImagesAreLookedAtInAPauseOnly() {
        FakeRun run = start(Sets.MNIST.spec());
        show(run, 0);
        assertThat(run.answerSample()).isFalse();
        pause(run);
        assertThat(run.answerSample()).isTrue();
        fx.runAll();
        assertThat(((State.Scored) state()).newest().step()).isZero();
    }

    @Test
    void aPauseIsLookedAtOnceWithoutARest() {
        FakeRun run = start(Sets.MNIST.spec());
        score(run, 5);
        show(run, 6);
        assertThat(run.answerSample()).as("it rests").isFalse();
        pause(run);
        assertThat(run.answerSample()).isTrue();
        fx.runAll();
        assertThat(((State.Scored) state()).newest().step()).isEqualTo(6);
        show(run, 6);
        pause(run);
        assertThat(run.answerSample()).as("once").isFalse();
    }

    @Test
    void aPauseThatComesWhileItLooksIsLookedAtAfterwards() {
        FakeRun run = start(Sets.MNIST.spec());
        show(run, 5);
        pause(run);
        show(run, 7);
        assertThat(run.answerSample()).isTrue();
        fx.runAll();
        assertThat(run.answerSample()).as("now of step 7").isTrue();
        fx.runAll();
        assertThat(((State.Scored) state()).newest().step()).isEqualTo(7);
        assertThat(run.answerSample()).isFalse();
    }

    @Test
    void aScoreThatLiesMoreThanAFewPerCentOfTheStepsBackIsOutdated() {
        FakeRun run = start(Sets.MNIST.spec());
        measure(run, 100);
        score(run, 100);
        assertThat(((State.Scored) state()).outdated()).isFalse();
        measure(run, 105);
        show(run, 105);
        assertThat(((State.Scored) state()).outdated()).isFalse();
        measure(run, 106);
        show(run, 106);
        assertThat(((State.Scored) state()).outdated()).isTrue();
        pause(run);
        run.answerSample();
        fx.runAll();
        assertThat(((State.Scored) state()).outdated()).isFalse();
    }

    @Test
    void anotherRunBeginsAnewAndHearsNothingOfTheFirst() {
        FakeRun first = start(Sets.MNIST.spec());
        show(first, 5);
        FakeRun second = start(Sets.MNIST.spec());
        first.answerSample();
        fx.runAll();
        assertThat(state()).isInstanceOf(State.Waiting.class);
        now += 1_000 * TICK;
        score(second, 3);
        assertThat(((State.Scored) state()).all()).hasSize(1);
        assertThat(opened).as("the classifier is still there").hasSize(1);
    }

    @Test
    void otherDataHasAnotherClassifier() {
        score(start(Sets.MNIST.spec()), 5);
        score(start(Sets.FASHION.spec()), 5);

        assertThat(opened).containsExactly(Sets.MNIST.spec(), Sets.FASHION.spec());
        assertThat(((State.Scored) state()).data()).isEqualTo(Sets.FASHION.spec());
        assertThat(classifiers).extracting(FakeClassifier::isClosed).containsExactly(true, false);
        live.close();
        assertThat(classifiers).extracting(FakeClassifier::isClosed).containsExactly(true, true);
        assertThat(state()).isInstanceOf(State.NoRun.class);
    }

    @Test
    void aClassifierThatFailsIsNotWaitedFor() {
        heldOut = 0;
        FakeRun run = start(Sets.MNIST.spec());
        show(run, 5);
        run.answerSample();
        fx.runAll();
        show(run, 6);

        assertThat(state()).isInstanceOf(State.Failed.class);
        assertThat(run.answerSample()).isFalse();
    }

    @Test
    void imagesOfOnesOwnHaveNoClassifier() {
        FakeRun run = start(new DataSpec.IdxFiles(Path.of("own"), Optional.empty(), SHAPE));
        show(run, 5);

        assertThat(state()).isInstanceOf(State.NoClassifier.class);
        assertThat(run.answerSample()).isFalse();
        assertThat(opened).isEmpty();
    }

    private State state() {
        return live.stateProperty().get();
    }

    private FakeRun start(DataSpec data) {
        Experiment experiment = Documents.preset("digits").withData(data);
        var stack = new NetworkPlan(new Shape.Flat(experiment.latentSize()), List.of());
        Run run =
                trainer.start(
                        new Plan(experiment, stack, stack),
                        Dataset.of(images(1), Optional.empty()),
                        Optional.empty(),
                        RunOptions.live(),
                        _ -> {});
        var entry =
                new RunEntry(
                        run,
                        new RunStory(
                                new RunStart(
                                        run.id(),
                                        run.plan(),
                                        Optional.empty(),
                                        OptionalInt.empty())),
                        1,
                        Branch.FIRST);
        entries.put(run.id(), entry);
        live.follow(Optional.of(entry));
        live.show(Optional.of(entry));
        return trainer.run();
    }

    private void show(FakeRun run, long step) {
        Objects.requireNonNull(entries.get(run.id()))
                .accept(new RunEvent.Preview(run.id(), step, images(64)));
    }

    private void pause(FakeRun run) {
        Objects.requireNonNull(entries.get(run.id()))
                .accept(new RunEvent.StateChanged(run.id(), RunEvent.State.PAUSED));
    }

    private void measure(FakeRun run, long step) {
        Objects.requireNonNull(entries.get(run.id()))
                .accept(
                        new RunEvent.Measured(
                                run.id(), new Metrics(step, 1, 1, 1, 1, 0.5, 0.5, 100)));
    }

    private void score(FakeRun run, long step) {
        show(run, step);
        assertThat(run.answerSample()).isTrue();
        fx.runAll();
    }

    private LiveScorer scorer(DataSpec.Bundled data) {
        opened.add(data);
        return new LiveScorer(
                () -> classifier(data), () -> real(heldOut), Runnable::run, this::time);
    }

    private FakeClassifier classifier(DataSpec.Bundled data) {
        var features = new float[] {1, 2, 3, 5};
        var model =
                new ClassifierModel(
                        data,
                        ClassifierTask.standardNetwork(10),
                        0,
                        2,
                        1,
                        1,
                        Map.of(),
                        Moments.of(features, 2));
        classifiers.add(new FakeClassifier(model));
        return classifiers.getLast();
    }

    private long time() {
        return now += TICK;
    }

    /** Of every grey, so that the trainer's images are known. */
    private static Dataset real(int count) {
        Images images = images(count);
        int size = (int) SHAPE.size();
        for (int i = 0; i < images.pixels().length; i++) {
            images.pixels()[i] = (byte) (i / size % 256);
        }
        return Dataset.of(images, Optional.empty());
    }

    private static Images images(int count) {
        return new Images(count, SHAPE, new byte[count * 28 * 28]);
    }
}
