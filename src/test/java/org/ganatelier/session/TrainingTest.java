package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.DataException;
import org.ganatelier.data.DataProblem;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.dissection.StepRecording;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class TrainingTest {
    private static final long BROKEN_SEED = 666;
    private static final double BROKEN_R1 = 666;
    private static final DataProblem EMPTY = new DataProblem.Empty(Path.of("clothes.idx"));
    private static final RunEvent.End.Failed DIVERGED =
            new RunEvent.End.Failed(new RunFailure.Diverged(7, OptionalLong.empty()), null);

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final List<DataSpec> unreadable = new ArrayList<>();
    private final Session session =
            new Session(
                    new ExperimentEditor(
                            experiment(),
                            new Planning(TrainingTest::plan, (of, abandoned) -> plan(of)),
                            new Workers(fx, background)),
                    trainer,
                    this::read,
                    new BundledScorers(new FakeClassifiers()),
                    new Workers(fx, background));
    private final Training training = session.training();

    @Test
    void trainWaitsForTheDataAndThenStarts() {
        training.train();

        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.LOADING);
        assertThat(training.goingProperty().get()).isTrue();
        assertThat(trainer.runs()).isEmpty();
        settle();
        assertThat(trainer.run().orders()).containsExactly("start");
    }

    @Test
    void aPauseWhileTheDataIsReadStartsTheRunPaused() {
        training.train();
        training.pause();
        settle();

        assertThat(trainer.run().orders()).containsExactly("start paused");
    }

    @Test
    void pauseAndTrainReachTheSameRun() {
        startRun();
        training.pause();
        training.train();

        assertThat(trainer.runs()).hasSize(1);
        assertThat(trainer.run().orders()).containsExactly("start", "pause", "resume");
        assertThat(training.goingProperty().get()).isTrue();
    }

    @Test
    void aStepBeforeTheFirstRunMakesOneThatDoesOnlyThat() {
        training.step(Run.Turn.DISCRIMINATOR);
        training.step(Run.Turn.GENERATOR);
        settle();

        assertThat(trainer.runs()).hasSize(1);
        assertThat(trainer.run().orders())
                .containsExactly("start paused", "step DISCRIMINATOR", "step GENERATOR");
        assertThat(training.goingProperty().get()).isFalse();
    }

    @Test
    void theFirstStepIsDoneWhereTheDataIsThereAlready() {
        settle();
        training.step(Run.Turn.DISCRIMINATOR);
        training.step(Run.Turn.GENERATOR);

        assertThat(trainer.run().orders())
                .containsExactly("start paused", "step DISCRIMINATOR", "step GENERATOR");
    }

    @Test
    void aStepIsTakenApartWhereAnyOtherWouldBeTaken() {
        training.dissect(Run.Turn.BOTH);
        settle();
        training.dissect(Run.Turn.GENERATOR);

        assertThat(trainer.runs()).hasSize(1);
        assertThat(trainer.run().orders())
                .containsExactly("start paused", "dissect BOTH", "dissect GENERATOR");
    }

    @Test
    void theNewestStepTakenApartIsShown() {
        startRun();
        var first = new StepRecording(1, experiment(), List.of());
        var second = new StepRecording(2, experiment(), List.of());
        trainer.run().tellDissected(first);
        trainer.run().tellDissected(second);
        settle();

        assertThat(training.recordingProperty().get()).contains(second);
        training.reset();
        settle();
        assertThat(training.recordingProperty().get()).as("another run").isEmpty();
    }

    @Test
    void trainForgetsStepsThatWaitForTheData() {
        training.step(Run.Turn.BOTH);
        training.train();
        settle();

        assertThat(trainer.run().orders()).containsExactly("start");
        assertThat(training.goingProperty().get()).isTrue();
    }

    @Test
    void whatTheRunTellsIsShown() {
        startRun();
        trainer.run().tell(RunEvent.State.TRAINING);
        trainer.run().measure(1);
        trainer.run().measure(2);
        trainer.run().paintPreview(2, 200);
        settle();

        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.TRAINING);
        assertThat(training.metricsProperty().get().orElseThrow().step()).isEqualTo(2);
        assertThat(training.historyProperty().get().lastStep()).isEqualTo(2);
        assertThat(training.previewProperty().get().orElseThrow().step()).isEqualTo(2);
    }

    @Test
    void theWishForRawImagesReachesThisRunAndTheNext() {
        startRun();
        training.weightsShownProperty().set(WeightsShown.BOTH);
        assertThat(trainer.run().orders()).containsExactly("start", "show raw true");
        training.reset();
        settle();
        assertThat(trainer.run().orders()).containsExactly("start", "show raw true");
        training.weightsShownProperty().set(WeightsShown.AVERAGED);
        assertThat(trainer.run().orders()).endsWith("show raw false");
    }

    @Test
    void theImagesShownAreOfTheWeightsChosen() {
        startRun();
        trainer.run().paintBoth(2, 200, 100);
        settle();

        assertThat(brightnessShown()).isEqualTo(200);
        training.weightsShownProperty().set(WeightsShown.RAW);
        assertThat(brightnessShown()).isEqualTo(100);
        training.weightsShownProperty().set(WeightsShown.BOTH);
        assertThat(brightnessShown()).isEqualTo(200);
    }

    @Test
    void anAverageThatIsTurnedOnWhileTheRunGoesOnIsOffered() {
        startRun();
        assertThat(training.averagingProperty().get()).isFalse();
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.average", Map.of()),
                        e -> e.withTraining(t -> t.withAverageDecay(0.99)));
        assertThat(training.averagingProperty().get()).isTrue();
        session.editor().undo();
        assertThat(training.averagingProperty().get()).isFalse();
    }

    @Test
    void aResetWhileTrainingClosesTheRunAndStartsAnother() {
        startRun();
        var old = trainer.run();
        old.measure(1);
        settle();
        training.reset();
        settle();

        assertThat(old.orders()).containsExactly("start", "close");
        assertThat(trainer.run().orders()).containsExactly("start");
        assertThat(training.historyProperty().get().isEmpty()).isTrue();
        assertThat(training.metricsProperty().get()).isEmpty();
    }

    @Test
    void aResetWhilePausedWaitsAtStepZero() {
        startRun();
        training.pause();
        training.reset();
        settle();

        assertThat(trainer.runs()).hasSize(2);
        assertThat(trainer.run().orders()).containsExactly("start paused");
    }

    @Test
    void aRunThatWasResetIsNotHeardAnyMore() {
        startRun();
        var old = trainer.run();
        training.reset();
        old.measure(41);
        old.paintPreview(41, 1);
        old.end(DIVERGED);
        settle();

        assertThat(training.metricsProperty().get()).isEmpty();
        assertThat(training.previewProperty().get()).isEmpty();
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.LOADING);
        assertThat(session.notices().open()).isEmpty();
    }

    @Test
    void nothingIsHeardAfterTheEnd() {
        startRun();
        trainer.run().end(DIVERGED);
        settle();
        trainer.run().tell(RunEvent.State.TRAINING);
        settle();

        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.FAILED);
    }

    @Test
    void aFailureIsToldAndTrainBeginsAgain() {
        startRun();
        trainer.run().end(DIVERGED);
        settle();

        assertThat(training.goingProperty().get()).isFalse();
        assertThat(session.notices().open())
                .containsExactly(
                        new Notice(
                                Notice.Level.ERROR, new Happening.RunFailed(DIVERGED.failure())));
        training.train();
        settle();
        assertThat(trainer.runs()).hasSize(2);
    }

    @Test
    void anEditWaitsForTheResetAndTakingItBackEndsTheWait() {
        startRun();
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(5));

        assertThat(training.changesWaitProperty().get()).isTrue();
        assertThat(training.waitingChangesProperty().get()).containsExactly(Difference.SEED);
        assertThat(trainer.run().plan().experiment().seed()).isEqualTo(1);
        session.editor().undo();
        assertThat(training.changesWaitProperty().get()).isFalse();
        session.editor().redo();
        training.reset();
        settle();
        assertThat(training.changesWaitProperty().get()).isFalse();
        assertThat(trainer.run().plan().experiment().seed()).isEqualTo(5);
    }

    @Test
    void aLiveValueReachesTheRunAtOnceAndStructureWaits() {
        startRun();
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(5));
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.updates", Map.of()),
                        e -> e.withTraining(t -> t.withTurns(3, 1)));

        assertThat(trainer.run().orders()).containsExactly("start", "edit");
        assertThat(trainer.run().plan().experiment())
                .isEqualTo(experiment().withTraining(t -> t.withTurns(3, 1)));
        assertThat(training.changesWaitProperty().get()).isTrue();
        session.editor().undo();
        session.editor().undo();
        assertThat(trainer.run().orders()).containsExactly("start", "edit", "edit");
        assertThat(trainer.run().plan().experiment()).isEqualTo(experiment());
        assertThat(training.changesWaitProperty().get()).isFalse();
    }

    @Test
    void aLiveValueThatMakesAProblemDoesNotReachTheRun() {
        startRun();
        session.editor()
                .edit(
                        new EditName.ChangeSeed(),
                        e -> e.withObjective(e.objective().withR1(BROKEN_R1)));

        assertThat(trainer.run().orders()).containsExactly("start");
        assertThat(training.changesWaitProperty().get()).isTrue();
    }

    @Test
    void aValueThatMakesAProblemHoldsBackNoOther() {
        startRun();
        session.editor()
                .edit(
                        new EditName.ChangeSeed(),
                        e -> e.withObjective(e.objective().withR1(BROKEN_R1)));
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.updates", Map.of()),
                        e -> e.withTraining(t -> t.withTurns(3, 1)));

        assertThat(trainer.run().orders()).containsExactly("start", "edit");
        assertThat(trainer.run().plan().experiment())
                .isEqualTo(experiment().withTraining(t -> t.withTurns(3, 1)));
    }

    @Test
    void anotherExperimentThatIsLoadedLeavesTheRunAsItIs() {
        startRun();
        Experiment other = experiment().withTraining(t -> t.withTurns(3, 1));
        session.editor().replace(new EditName.LoadPreset("Another"), other);
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.updates", Map.of()),
                        e -> e.withTraining(t -> t.withTurns(3, 2)));

        assertThat(trainer.run().orders()).containsExactly("start", "pause");
        assertThat(training.changesWaitProperty().get())
                .as("there is no run to wait for")
                .isFalse();
        session.editor().undo();
        session.editor().undo();
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.updates", Map.of()),
                        e -> e.withTraining(t -> t.withTurns(1, 2)));
        assertThat(trainer.run().orders()).containsExactly("start", "pause", "edit");
    }

    @Test
    void anotherExperimentIsEditedLiveOnceItIsTrained() {
        startRun();
        session.editor().replace(new EditName.LoadPreset("Another"), experiment().withSeed(5));
        training.train();
        settle();
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.updates", Map.of()),
                        e -> e.withTraining(t -> t.withTurns(3, 1)));

        assertThat(trainer.run().orders()).containsExactly("start", "edit");
        session.editor().undo();
        session.editor().undo();
        assertThat(trainer.run().orders()).containsExactly("start", "edit", "edit", "pause");
    }

    @Test
    void aRunThatHasEndedIsNotEdited() {
        startRun();
        trainer.run().end(new RunEvent.End.Stopped());
        settle();
        session.editor()
                .edit(
                        new EditName.ChangeField("optimizer.updates", Map.of()),
                        e -> e.withTraining(t -> t.withTurns(3, 1)));

        assertThat(trainer.run().orders()).containsExactly("start");
    }

    @Test
    void anEditIsMarkedInTheHistory() {
        startRun();
        trainer.run().measure(1);
        trainer.run().tellEdit(1, "0.001", "0.0001");
        trainer.run().measure(2);
        settle();

        assertThat(training.historyProperty().get().edits())
                .singleElement()
                .satisfies(
                        edit -> {
                            assertThat(edit.step()).isEqualTo(1);
                            assertThat(edit.setting().path())
                                    .isEqualTo("training.generatorOptimizer.learningRate");
                            assertThat(edit.after()).isEqualTo("0.0001");
                        });
    }

    @Test
    void anotherNameIsNoChangeToTheRun() {
        startRun();
        session.editor().edit(new EditName.OpenFile("Renamed"), e -> e.withName("Renamed"));

        assertThat(training.changesWaitProperty().get()).isFalse();
    }

    @Test
    void anExperimentWithProblemsDoesNotStart() {
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(BROKEN_SEED));
        training.train();
        settle();

        assertThat(trainer.runs()).isEmpty();
        assertThat(training.goingProperty().get()).isFalse();
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.IDLE);
    }

    @Test
    void dataThatCannotBeReadIsToldAndTriedAgain() {
        DataSpec fashion = Sets.FASHION.spec();
        unreadable.add(fashion);
        session.editor().edit(new EditName.UseData(fashion), e -> e.withData(fashion));
        training.train();
        settle();

        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.IDLE);
        assertThat(training.goingProperty().get()).isFalse();
        assertThat(session.notices().open())
                .containsExactly(new Notice(Notice.Level.ERROR, new Happening.DataRefused(EMPTY)));
        unreadable.clear();
        training.train();
        settle();
        assertThat(trainer.run().plan().experiment().data()).isEqualTo(fashion);
    }

    @Test
    void aRunIsNotGivenUpForOneThatCannotStart() {
        DataSpec fashion = Sets.FASHION.spec();
        unreadable.add(fashion);
        startRun();
        trainer.run().tell(RunEvent.State.TRAINING);
        settle();
        session.editor().edit(new EditName.UseData(fashion), e -> e.withData(fashion));
        training.reset();
        trainer.run().tell(RunEvent.State.PAUSED);
        settle();

        assertThat(trainer.run().orders()).containsExactly("start", "pause");
        assertThat(training.runProperty().get()).isPresent();
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.PAUSED);
        training.train();
        assertThat(trainer.run().orders()).endsWith("resume");
    }

    @Test
    void aFailedRunIsKeptWhileTheExperimentHasProblems() {
        startRun();
        trainer.run().end(DIVERGED);
        settle();
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(BROKEN_SEED));
        training.train();
        settle();

        assertThat(trainer.runs()).hasSize(1);
        assertThat(training.runProperty().get()).isPresent();
        assertThat(training.liveProperty().get()).isFalse();
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.FAILED);
    }

    @Test
    void theRealImagesFollowTheExperiment() {
        settle();
        assertThat(session.data().shownProperty().get().orElseThrow().count()).isEqualTo(64);
        session.editor()
                .edit(
                        new EditName.UseData(Sets.FASHION.spec()),
                        e -> e.withData(Sets.FASHION.spec()));

        assertThat(session.data().shownProperty().get()).isEmpty();
        settle();
        assertThat(session.data().shownProperty().get().orElseThrow().pixels()[0])
                .isEqualTo((byte) 1);
    }

    @Test
    void aMissingEngineIsTold() {
        var failure = new RunFailure.NativesMissing();
        trainer.loseEngine(failure);
        settle();

        assertThat(session.engine().stateProperty().get())
                .isEqualTo(new EngineState.Missing(failure));
        assertThat(session.notices().open()).hasSize(1);
    }

    @Test
    void closingEndsTheRun() {
        startRun();
        session.close();

        assertThat(trainer.run().orders()).containsExactly("start", "close");
    }

    private int brightnessShown() {
        return Byte.toUnsignedInt(training.imagesProperty().getValue().orElseThrow().pixels()[0]);
    }

    private void startRun() {
        training.train();
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }

    private Dataset read(DataSpec spec) {
        if (unreadable.contains(spec)) {
            throw new DataException(EMPTY);
        }
        var pixels = new byte[100 * 28 * 28];
        boolean digits = spec.equals(Sets.MNIST.spec());
        Arrays.fill(pixels, (byte) (digits ? 0 : 1));
        return Dataset.of(new Images(100, new Shape.Image(28, 28, 1), pixels), Optional.empty());
    }

    private static Experiment experiment() {
        var adam = new OptimizerSpec(1e-3, 0.5, 0.999);
        return new Experiment(
                "Test",
                Sets.MNIST.spec(),
                8,
                NetworkSpec.of(new Dense(784, true, new Activation.Tanh())),
                NetworkSpec.of(new Dense(1, true, new Activation.Linear())),
                new Objective(new NonSaturating()),
                new TrainingSpec(16, 1, 1, adam, adam),
                1);
    }

    private static Outcome plan(Experiment experiment) {
        var stack = new NetworkPlan(new Shape.Flat(8), List.of());
        var plan = new Plan(experiment, stack, stack);
        return experiment.seed() == BROKEN_SEED || experiment.objective().r1().gamma() == BROKEN_R1
                ? new Outcome.Rejected(
                        plan,
                        List.of(
                                new Problem(
                                        new Problem.Place.Settings(),
                                        new Violation.BatchTooLarge(1_000_000),
                                        List.of())),
                        List.of())
                : new Outcome.Ready(plan, List.of());
    }
}
