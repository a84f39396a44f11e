package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.gan.GameState;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.text.SettingText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.Edit;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunEvent.State;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Whole runs on their own threads. The time-out only ends a test that hangs. */
@Timeout(120)
class EngineTrainerTest {
    private static final int SMALL_BATCH = 8;

    private static Plan plan;
    private static Dataset digits;

    private final EngineTrainer trainer = new EngineTrainer();
    private final LinkedBlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final List<RunEvent> seen = new ArrayList<>();

    @BeforeAll
    static void readDigits() throws Exception {
        plan =
                Nets.ready(
                        Presets.load("digits-plain")
                                .withTraining(t -> t.withBatchSize(SMALL_BATCH)));
        digits = Datasets.open(plan.experiment().data());
    }

    private Run start(RunOptions options) {
        return trainer.start(plan, digits, Optional.empty(), options, events::add);
    }

    private static RunOptions steps(long steps) {
        return RunOptions.batch(OptionalLong.of(steps), Optional.empty(), OptionalInt.of(1));
    }

    private End end() throws InterruptedException {
        while (true) {
            RunEvent event = next();
            if (event instanceof RunEvent.Ended ended) {
                return ended.end();
            }
        }
    }

    private RunEvent next() throws InterruptedException {
        RunEvent event =
                Objects.requireNonNull(events.poll(60, TimeUnit.SECONDS), "the run fell silent");
        seen.add(event);
        return event;
    }

    private void waitFor(State state) throws InterruptedException {
        while (!(next() instanceof RunEvent.StateChanged changed && changed.state() == state)) {
            assertThat(seen.getLast()).isNotInstanceOf(RunEvent.Ended.class);
        }
    }

    private long lastStep() {
        return seen.stream()
                .filter(RunEvent.Measured.class::isInstance)
                .map(RunEvent.Measured.class::cast)
                .mapToLong(m -> m.metrics().step())
                .max()
                .orElse(0);
    }

    @Test
    void aRunTellsOfEveryStepAndEndsOnce() throws Exception {
        Run run = start(steps(7));
        assertThat(end()).isInstanceOf(End.Completed.class);
        run.close();
        assertThat(seen.stream().filter(RunEvent.Measured.class::isInstance)).hasSize(7);
        assertThat(lastStep()).isEqualTo(7);
        assertThat(seen.getFirst()).isEqualTo(new RunEvent.StateChanged(run.id(), State.LOADING));
        assertThat(seen).allMatch(event -> event.runId() == run.id());
        assertThat(events).isEmpty();
    }

    @Test
    void aRunEndsWhenItsTrainingTimeIsUp() throws Exception {
        Run run =
                start(
                        RunOptions.batch(
                                OptionalLong.empty(),
                                Optional.of(Duration.ofMillis(200)),
                                OptionalInt.of(1)));
        assertThat(end()).isInstanceOf(End.Completed.class);
        assertThat(run.checkpoint().get().seconds()).isBetween(0.2, 10.0);
        run.close();
    }

    @Test
    void stepsAreDoneOneByOneWhilePaused() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        run.step(Run.Turn.BOTH);
        run.step(Run.Turn.DISCRIMINATOR);
        run.step(Run.Turn.GENERATOR);
        Checkpoint state = run.checkpoint().get();
        assertThat(state.step()).isEqualTo(3);
        assertThat(state.counters())
                .containsEntry("discriminator.updates", 2L)
                .containsEntry("generator.updates", 2L);
        run.stop();
        assertThat(end()).isInstanceOf(End.Stopped.class);
        run.close();
    }

    @Test
    void aPreviewOfEveryStepDoneByHandIsShown() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        RunEvent.Preview untrained = preview();
        run.step(Run.Turn.BOTH);
        RunEvent.Preview trained = preview();
        run.close();
        assertThat(untrained.step()).isZero();
        assertThat(trained.step()).isEqualTo(1);
        assertThat(trained.samples().count()).isEqualTo(64);
        assertThat(pixels(trained.samples())).isNotEqualTo(pixels(untrained.samples()));
    }

    private RunEvent.Preview preview() throws InterruptedException {
        while (true) {
            if (next() instanceof RunEvent.Preview preview) {
                return preview;
            }
        }
    }

    @Test
    void pausingAndGoingOnChangesNoBit() throws Exception {
        Run whole = start(steps(20));
        end();
        Run paused = start(steps(20));
        for (int i = 0; i < 3; i++) {
            paused.pause();
            waitFor(State.PAUSED);
            paused.resume();
        }
        end();
        assertSame(whole.checkpoint().get(), paused.checkpoint().get());
        whole.close();
        paused.close();
    }

    @Test
    void goingOnFromACheckpointChangesNoBit() throws Exception {
        Run whole = start(steps(12));
        end();
        Run first = start(steps(6));
        end();
        Run second =
                trainer.start(
                        plan,
                        digits,
                        Optional.of(first.checkpoint().get()),
                        steps(12),
                        events::add);
        end();
        assertSame(whole.checkpoint().get(), second.checkpoint().get());
        List.of(whole, first, second).forEach(Run::close);
    }

    private static void assertSame(Checkpoint one, Checkpoint other) {
        assertThat(other.step()).isEqualTo(one.step());
        assertThat(other.counters()).isEqualTo(one.counters());
        assertThat(other.arrays().keySet()).containsExactlyElementsOf(one.arrays().keySet());
        for (Map.Entry<String, float[]> entry : one.arrays().entrySet()) {
            assertThat(other.arrays().get(entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void anOverflowEndsARunWithAdviceAndWithoutATrace() throws Exception {
        // Each step of a least-squares score goes further past its aim than the one before.
        var steep = new OptimizerSpec(1, 0, 0.9).withKind(OptimizerSpec.Kind.SGD);
        Plan wild =
                Nets.ready(
                        Presets.load("mlp")
                                .withObjective(new Objective(new LeastSquares()))
                                .withTraining(
                                        t ->
                                                t.withBatchSize(SMALL_BATCH)
                                                        .withOptimizer(Side.DISCRIMINATOR, steep)
                                                        .withOptimizer(Side.GENERATOR, steep)));
        Run run = trainer.start(wild, digits, Optional.empty(), steps(10_000), events::add);
        End end = end();
        Checkpoint kept = run.checkpoint().get();
        assertThat(end)
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        failed -> {
                            assertThat(failed.cause()).isNull();
                            assertThat(failed.failure())
                                    .isEqualTo(
                                            new RunFailure.Diverged(
                                                    lastStep(), OptionalLong.of(kept.step())));
                        });
        assertThat(kept.step()).isBetween(1L, lastStep());
        for (float[] values : kept.arrays().values()) {
            for (float value : values) {
                assertThat(value).isFinite();
            }
        }
        run.close();
    }

    @Test
    void memoryThatRunsOutEndsARunAndItsNetworksAreKept() throws Exception {
        Run run = endingWith(new OutOfMemoryError("thrown by a test"));
        assertThat(end())
                .isEqualTo(new End.Failed(new RunFailure.OutOfMemory(OptionalLong.of(1)), null));
        assertThat(run.checkpoint().get().step()).isEqualTo(1);
        run.close();
    }

    @Test
    void aLibraryThatIsMissingEndsARun() throws Exception {
        Run run = endingWith(new UnsatisfiedLinkError("thrown by a test"));
        assertThat(end())
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isEqualTo(new RunFailure.NativesMissing()));
        run.close();
    }

    /** A run that meets this error in its second step. */
    private Run endingWith(Error error) {
        return trainer.start(
                plan,
                digits,
                Optional.empty(),
                steps(5),
                event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Measured of && of.metrics().step() == 2) {
                        throw error;
                    }
                });
    }

    @Test
    void aRunWaitsForTheMemoryOfTheOneThatWasClosedBeforeIt() throws Exception {
        Run before = start(RunOptions.live());
        waitFor(State.TRAINING);
        before.close();
        Run after = start(RunOptions.live());
        waitForTraining(after);
        assertThat(seen).anyMatch(e -> e instanceof RunEvent.Ended && e.runId() == before.id());
        after.close();
    }

    private void waitForTraining(Run run) throws InterruptedException {
        while (!next().equals(new RunEvent.StateChanged(run.id(), State.TRAINING))) {
            assertThat(seen.getLast())
                    .isNotEqualTo(new RunEvent.Ended(run.id(), new End.Stopped()));
        }
    }

    @Test
    void aPaintingIsMadeWhileTrainingGoesOnAndShowsThatNoise() throws Exception {
        Run run = start(RunOptions.live());
        waitFor(State.TRAINING);
        var noise = input(3);
        var painted = new CompletableFuture<Images>();
        run.ask(new Question.Generate(noise), made -> painted.complete(Images.require(made)));
        assertThat(painted.get(60, TimeUnit.SECONDS).count()).isEqualTo(3);
        run.stop();
        end();
        var afterTheEnd = new CompletableFuture<Images>();
        run.ask(new Question.Generate(noise), made -> afterTheEnd.complete(Images.require(made)));
        assertThat(afterTheEnd.get(60, TimeUnit.SECONDS).count()).isEqualTo(3);
        run.close();
    }

    @Test
    void aScoreIsWhatTheDiscriminatorOfTheCheckpointComputes() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        var input = new DiscriminatorInput(digits.pick(0, 1, 2), new byte[0]);
        float[] paused = answer(run, new Question.Score(input));
        assertThat(paused).isEqualTo(scores(run.checkpoint().get(60, TimeUnit.SECONDS), input));
        run.resume();
        answer(run, new Question.Score(input));
        run.stop();
        end();
        float[] afterTheEnd = answer(run, new Question.ScoreGradient(input));
        assertThat(afterTheEnd).hasSize(3 * 28 * 28);
        run.close();
    }

    /** Nobody asked about D before: what the run fell back on is asked. */
    @Test
    void aRunThatHasEndedIsAskedForTheFirstTime() throws Exception {
        Run run = start(steps(2));
        end();
        var input = new DiscriminatorInput(digits.pick(0, 1, 2), new byte[0]);
        Checkpoint state = run.checkpoint().get(60, TimeUnit.SECONDS);
        assertThat(answer(run, new Question.Score(input))).isEqualTo(scores(state, input));
        LayerOutput hidden = answer(run, new Question.Activations(input, 0));
        assertThat(Optional.of(hidden.shape()))
                .isEqualTo(plan.discriminator().layers().getFirst().output());
        run.close();
    }

    private static <A> A answer(Run run, Question<A> question) throws Exception {
        var answer = new CompletableFuture<A>();
        run.ask(question, answer::complete);
        return answer.get(60, TimeUnit.SECONDS);
    }

    /** Without the way that a question takes. */
    private float[] scores(Checkpoint state, DiscriminatorInput input) {
        try (var network = new Network(plan.discriminator())) {
            GameState.write(state.arrays(), Side.DISCRIMINATOR, network, Weights.RAW);
            Network.Chain chain = network.chain(4);
            float[] values = chain.entry().samples();
            for (int i = 0; i < 4; i++) {
                input.read(i % 3, values, i * 28 * 28);
            }
            chain.forward(false, Random::new);
            return Arrays.copyOf(chain.output().heap(), 3);
        }
    }

    @Test
    void labelsBeyondTheLastClassEndARunAndNotInTheMiddle() throws Exception {
        Experiment told = plan.experiment().withConditioning(Conditioning.PROJECTION);
        byte[] labels = digits.labels().orElseThrow().clone();
        labels[3] = 10;
        var unfit = Dataset.of(digits.all(), Optional.of(labels));
        Run run = trainer.start(Nets.ready(told), unfit, Optional.empty(), steps(1), events::add);
        assertThat(end()).isEqualTo(new End.Failed(new RunFailure.LabelsMissing(10), null));
        run.close();
    }

    private GeneratorInput input(int count) {
        return GeneratorInput.preview(plan.experiment(), count);
    }

    @Test
    void aLargeSampleIsMadeInPartsAndAPaintingNeedNotWaitForIt() throws Exception {
        Run run = start(steps(3));
        end();
        GeneratorInput noise = input(500);
        GeneratorInput few = input(3);
        var order = new LinkedBlockingQueue<Integer>();
        var sampled = new CompletableFuture<Images>();
        var busy = new CompletableFuture<Void>();
        var free = new CompletableFuture<Void>();
        run.ask(
                new Question.Generate(few),
                _ -> {
                    busy.complete(null);
                    free.join();
                });
        busy.get(60, TimeUnit.SECONDS);
        run.ask(
                new Question.GenerateAll(noise),
                images -> {
                    order.add(images.count());
                    sampled.complete(Images.require(images));
                });
        run.ask(new Question.Generate(few), images -> order.add(images.count()));
        free.complete(null);
        Images all = sampled.get(60, TimeUnit.SECONDS);
        assertThat(order).containsExactly(3, 500);
        var painted = new CompletableFuture<Images>();
        run.ask(new Question.Generate(noise), made -> painted.complete(Images.require(made)));
        assertThat(all.pixels()).isEqualTo(painted.get(60, TimeUnit.SECONDS).pixels());
        run.close();
    }

    @Test
    void samplesOfACheckpointAreThoseOfItsSeed() throws Exception {
        Run run = start(steps(2));
        end();
        Checkpoint state = run.checkpoint().get();
        Images some = Images.require(trainer.sample(plan, state, 70, 5));
        assertThat(pixels(trainer.sample(plan, state, 70, 5))).isEqualTo(some.pixels());
        assertThat(pixels(trainer.sample(plan, state, 70, 6))).isNotEqualTo(some.pixels());
        assertThat(some.count()).isEqualTo(70);
        run.close();
    }

    /** Edits come when they come: whenever that was, a replay makes them at the same steps. */
    @Test
    void aReplayFromTheSeedRepeatsTheEditsOfARunBitForBit() throws Exception {
        Run run = start(RunOptions.live());
        waitForStep(3);
        run.edit(with(e -> rate(e, 1e-4).withTraining(t -> t.withAverageDecay(0.9))));
        waitForEdits(2);
        run.edit(
                with(
                        e ->
                                rate(e, 1e-5)
                                        .withTraining(t -> t.withAverageDecay(0.9).withTurns(2, 1))
                                        .withObjective(
                                                e.objective()
                                                        .withInstanceNoise(
                                                                new InstanceNoise(0.3, 1000))
                                                        .withLabelSmoothing(0.1))));
        waitForEdits(7);
        waitForStep(told().getLast().step() + 3);
        run.stop();
        end();
        Checkpoint edited = run.checkpoint().get();
        assertThat(told()).isEqualTo(edited.edits());
        assertThat(edited.edits())
                .extracting(
                        edit ->
                                SettingText.name(Words.english(), edit.setting())
                                        + " "
                                        + edit.after())
                .containsExactly(
                        "G’s learning rate 0.0001",
                        "G’s EMA decay 0.9",
                        "label smoothing 0.1",
                        "instance noise 0.3",
                        "the steps of instance noise 1000",
                        "D’s updates in a step 2",
                        "G’s learning rate 0.00001");
        assertThat(edited.beginning()).isEqualTo(plan.experiment());

        Run again =
                trainer.start(
                        Nets.ready(edited.beginning()),
                        digits,
                        Optional.empty(),
                        steps(edited.step()).replaying(edited.interventions()),
                        events::add);
        end();
        Checkpoint replayed = again.checkpoint().get();
        assertSame(edited, replayed);
        assertThat(replayed.interventions()).isEqualTo(edited.interventions());
        assertThat(replayed.experiment()).isEqualTo(edited.experiment());
        List.of(run, again).forEach(Run::close);
    }

    private Checkpoint replayed(Checkpoint saved) throws Exception {
        Run again =
                trainer.start(
                        Nets.ready(saved.beginning()),
                        digits,
                        Optional.empty(),
                        steps(saved.step()).replaying(saved.interventions()),
                        events::add);
        assertThat(end()).isInstanceOf(End.Completed.class);
        again.close();
        return again.checkpoint().get();
    }

    @Test
    void aReplayTakesTheHalvesOfStepsAtTheSameSteps() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        run.step(Run.Turn.BOTH);
        run.step(Run.Turn.DISCRIMINATOR);
        run.step(Run.Turn.BOTH);
        run.step(Run.Turn.GENERATOR);
        run.resume();
        waitForStep(6);
        run.edit(with(e -> rate(e, 1e-4)));
        waitForEdits(1);
        run.stop();
        end();
        Checkpoint saved = run.checkpoint().get();
        assertThat(saved.edits()).hasSize(1);
        assertThat(saved.interventions().halfSteps())
                .containsExactly(
                        new PlayerStep(1, Run.Turn.DISCRIMINATOR),
                        new PlayerStep(3, Run.Turn.GENERATOR));
        assertThat(toldPlayerSteps()).isEqualTo(saved.interventions().halfSteps());

        Checkpoint again = replayed(saved);
        assertSame(saved, again);
        assertThat(again.interventions()).isEqualTo(saved.interventions());
        assertThat(again.experiment()).isEqualTo(saved.experiment());
        run.close();
    }

    @Test
    void aSavedRunThatGoesOnKeepsItsHalvesOfSteps() throws Exception {
        Run first = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        first.step(Run.Turn.GENERATOR);
        Checkpoint half = first.checkpoint().get();
        first.close();
        end();
        Run second =
                trainer.start(
                        plan,
                        digits,
                        Optional.of(half),
                        RunOptions.live().startingPaused(),
                        events::add);
        waitFor(State.PAUSED);
        second.step(Run.Turn.BOTH);
        second.step(Run.Turn.DISCRIMINATOR);
        Checkpoint saved = second.checkpoint().get();
        second.close();
        end();
        assertThat(saved.interventions().halfSteps())
                .containsExactly(
                        new PlayerStep(0, Run.Turn.GENERATOR),
                        new PlayerStep(2, Run.Turn.DISCRIMINATOR));
        assertSame(saved, replayed(saved));
    }

    /** The average that is kept again begins anew, without a step between. */
    @Test
    void aReplayMakesEveryEditOfAStepAndThoseAfterTheLastOne() throws Exception {
        Plan averaging = with(e -> e.withTraining(t -> t.withAverageDecay(0.9)));
        Run run =
                trainer.start(
                        averaging,
                        digits,
                        Optional.empty(),
                        RunOptions.live().startingPaused(),
                        events::add);
        waitFor(State.PAUSED);
        run.step(Run.Turn.BOTH);
        run.step(Run.Turn.BOTH);
        waitForStep(2);
        run.edit(plan);
        run.checkpoint().get();
        run.edit(averaging);
        Checkpoint saved = run.checkpoint().get();
        run.close();
        end();
        assertThat(saved.edits()).extracting(Edit::step).containsExactly(2L, 2L);
        assertThat(saved.arrays().get("generator.1.weight.average"))
                .as("the average, at its beginning")
                .isEqualTo(saved.arrays().get("generator.1.weight"));

        Checkpoint again = replayed(saved);
        assertSame(saved, again);
        assertThat(again.interventions()).isEqualTo(saved.interventions());
    }

    @Test
    void aSavedRunSaysWithHowManyThreadsAllItsStepsWereMade() throws Exception {
        Run first =
                start(RunOptions.batch(OptionalLong.of(1), Optional.empty(), OptionalInt.of(2)));
        end();
        Checkpoint ofTwo = first.checkpoint().get();
        assertThat(ofTwo.threads()).hasValue(2);
        assertThat(goneOn(ofTwo, OptionalInt.of(2)).threads()).hasValue(2);
        Checkpoint mixed = goneOn(ofTwo, OptionalInt.of(1));
        assertThat(mixed.threads()).isEmpty();
        assertThat(goneOn(mixed, OptionalInt.empty()).threads()).isEmpty();
        first.close();
    }

    private Checkpoint goneOn(Checkpoint from, OptionalInt threads) throws Exception {
        Run run =
                trainer.start(
                        plan,
                        digits,
                        Optional.of(from),
                        RunOptions.batch(
                                OptionalLong.of(from.step() + 1), Optional.empty(), threads),
                        events::add);
        end();
        run.close();
        return run.checkpoint().get();
    }

    private static Plan with(UnaryOperator<Experiment> change) {
        return Nets.ready(change.apply(plan.experiment()));
    }

    private static Experiment rate(Experiment experiment, double rate) {
        return experiment.withTraining(
                t ->
                        t.withOptimizer(
                                Side.GENERATOR, t.generatorOptimizer().withLearningRate(rate)));
    }

    private void waitForStep(long step) throws InterruptedException {
        while (lastStep() < step) {
            next();
        }
    }

    /** A rate that is dragged while the run is paused and looked at. */
    @Test
    void editsThatNoStepHasSeenAreOneAndRepeatTheSameBits() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        run.step(Run.Turn.BOTH);
        waitForStep(1);
        for (double rate : new double[] {1e-3, 5e-3, 2e-4, 3e-5}) {
            run.edit(with(e -> rate(e, rate)));
            run.checkpoint().get();
        }
        run.step(Run.Turn.BOTH);
        run.step(Run.Turn.BOTH);
        waitForStep(3);
        Checkpoint saved = run.checkpoint().get();
        run.close();
        end();
        assertThat(saved.edits()).singleElement().extracting(Edit::after).isEqualTo("0.00003");
        assertThat(saved.beginning()).isEqualTo(plan.experiment());
        assertSame(saved, replayed(saved));
    }

    /** Steps that were told may be long past: only an edit's own event says that it was made. */
    private void waitForEdits(int count) throws InterruptedException {
        while (told().size() < count) {
            next();
        }
    }

    private List<Edit> told() {
        return seen.stream()
                .filter(RunEvent.Edited.class::isInstance)
                .map(event -> ((RunEvent.Edited) event).edit())
                .toList();
    }

    private List<PlayerStep> toldPlayerSteps() {
        return seen.stream()
                .filter(RunEvent.Stepped.class::isInstance)
                .map(event -> ((RunEvent.Stepped) event).step())
                .toList();
    }

    @Test
    void anEditIsMadeBeforeTheNextStepAndToldBeforeItsFigures() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        run.edit(with(e -> rate(e, 0.25)));
        assertThat(run.plan().experiment().training().generatorOptimizer().learningRate())
                .isEqualTo(0.25);
        run.step(Run.Turn.BOTH);
        waitForStep(1);
        assertThat(told()).singleElement().extracting(Edit::step).isEqualTo(0L);
        assertThat(seen.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.Measured.class,
                        m -> assertThat(m.metrics().generatorRate()).isEqualTo(0.25));
        run.close();
        end();
    }

    @Test
    void anEditThatComesWhilePausedIsSaved() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        waitFor(State.PAUSED);
        run.step(Run.Turn.BOTH);
        run.edit(with(e -> rate(e, 0.25)));
        Checkpoint saved = run.checkpoint().get();
        assertThat(saved.edits()).hasSize(1);
        assertThat(saved.experiment()).isEqualTo(rate(plan.experiment(), 0.25));
        run.close();
        end();
    }

    @Test
    void aChangeOfStructureNeedsAnotherRun() throws Exception {
        Run run = start(RunOptions.live().startingPaused());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.edit(with(e -> e.withSeed(e.seed() + 1))));
        run.close();
        end();
    }

    @Test
    void aSavedRunThatGoesOnWithAnotherRateWasEdited() throws Exception {
        Run first = start(steps(2));
        end();
        Run second =
                trainer.start(
                        with(e -> rate(e, 0.25)),
                        digits,
                        Optional.of(first.checkpoint().get()),
                        steps(3),
                        events::add);
        end();
        assertThat(second.checkpoint().get().edits())
                .singleElement()
                .extracting(Edit::step, Edit::after)
                .containsExactly(2L, "0.25");
        List.of(first, second).forEach(Run::close);
    }

    @Test
    void previewsAndSamplesAreOfTheAverageAndTheRawOnesCanBeHadBeside() throws Exception {
        Plan averaging = with(e -> e.withTraining(t -> t.withAverageDecay(0.999)));
        Run run =
                trainer.start(
                        averaging,
                        digits,
                        Optional.empty(),
                        RunOptions.live().startingPaused(),
                        events::add);
        waitFor(State.PAUSED);
        for (int i = 0; i < 3; i++) {
            run.step(Run.Turn.BOTH);
        }
        waitForPreviewOf(3);
        RunEvent.Preview averaged = newestPreview();
        assertThat(averaged.raw()).isEmpty();
        run.showRaw(true);
        while (newestPreview().raw().isEmpty()) {
            next();
        }
        RunEvent.Preview both = newestPreview();
        assertThat(pixels(both.samples())).isEqualTo(pixels(averaged.samples()));
        assertThat(pixels(both.raw().orElseThrow())).isNotEqualTo(pixels(both.samples()));

        Checkpoint state = run.checkpoint().get();
        Images sampled = Images.require(trainer.sample(averaging, state, 5, 1));
        assertThat(pixels(trainer.sample(averaging, state, 5, 1, Weights.AVERAGED)))
                .isEqualTo(sampled.pixels());
        assertThat(pixels(trainer.sample(averaging, state, 5, 1, Weights.RAW)))
                .isNotEqualTo(sampled.pixels());
        run.close();
        end();
    }

    private void waitForPreviewOf(long step) throws InterruptedException {
        while (seen.stream().noneMatch(e -> e instanceof RunEvent.Preview p && p.step() == step)) {
            next();
        }
    }

    private RunEvent.Preview newestPreview() {
        return seen.reversed().stream()
                .filter(RunEvent.Preview.class::isInstance)
                .map(RunEvent.Preview.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunSlowedDownStillStopsAtOnce() throws Exception {
        Run run = start(RunOptions.live());
        run.limitSpeed(0.001);
        while (lastStep() == 0) {
            next();
        }
        run.stop();
        assertThat(end()).isInstanceOf(End.Stopped.class);
        run.close();
    }

    private static byte[] pixels(Samples samples) {
        return Images.require(samples).pixels();
    }
}
