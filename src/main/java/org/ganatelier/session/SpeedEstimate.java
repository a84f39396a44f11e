package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.Dataset;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast the experiment in the editor would train, tried out in the background while nothing
 * trains. FX thread only.
 */
public final class SpeedEstimate {
    private static final Duration BUDGET = Duration.ofMillis(900);
    private static final double MINUTE = 60;

    /**
     * An estimate.
     *
     * @param epochsPerMinute passes over the data in a minute; NaN where the data is not read
     */
    public record Estimate(double stepsPerSecond, double epochsPerMinute) {}

    private final ExperimentEditor editor;
    private final Training training;
    private final Engine engine;
    private final RealImages data;
    private final ChosenTrainer trainer;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<Optional<Estimate>> estimate =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Of the newest trial; one with another number is left. */
    private final AtomicLong trial = new AtomicLong();

    private Optional<Experiment> tried = Optional.empty();
    private OptionalDouble speed = OptionalDouble.empty();

    SpeedEstimate(
            ExperimentEditor editor,
            Training training,
            Engine engine,
            RealImages data,
            ChosenTrainer trainer,
            Workers workers) {
        this.editor = editor;
        this.training = training;
        this.engine = engine;
        this.data = data;
        this.trainer = trainer;
        this.workers = workers;
        training.liveProperty().subscribe(this::leave);
        trainer.stockLayersProperty().subscribe(this::forget);
        editor.outcomeProperty().subscribe(this::leave);
        data.datasetProperty().subscribe(this::tell);
    }

    /** What is known of the experiment in the editor; empty while a run goes on. */
    public ReadOnlyObjectProperty<Optional<Estimate>> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** Tries the experiment out, unless that is known or it cannot be trained now. */
    public void request() {
        boolean loaded = engine.stateProperty().get() instanceof EngineState.Loaded;
        if (loaded
                && !training.liveProperty().get()
                && editor.outcomeProperty().get() instanceof Outcome.Ready(Plan plan, _)
                && !tried.equals(Optional.of(key(plan)))) {
            tried = Optional.of(key(plan));
            long number = trial.incrementAndGet();
            workers.work(
                    () -> trainer.stepsPerSecond(plan, BUDGET, () -> trial.get() != number),
                    found -> {
                        if (trial.get() == number) {
                            speed = found;
                            tell();
                        }
                    },
                    // What cannot be tried says so when it is trained.
                    _ -> {});
        }
    }

    /** Names and seeds do not change the speed. */
    private static Experiment key(Plan plan) {
        return plan.experiment().withName("any").withSeed(0);
    }

    /** What was tried is not, or not yet, what is in the editor; a run needs the processor. */
    private void leave() {
        boolean same =
                editor.outcomeProperty().get() instanceof Outcome.Ready(Plan plan, _)
                        && tried.equals(Optional.of(key(plan)));
        if (!same || (training.liveProperty().get() && speed.isEmpty())) {
            trial.incrementAndGet();
            tried = Optional.empty();
            speed = OptionalDouble.empty();
        }
        tell();
    }

    /** Other layers have another speed. */
    private void forget() {
        tried = Optional.empty();
        leave();
    }

    private void tell() {
        estimate.set(
                speed.isEmpty() || training.liveProperty().get()
                        ? Optional.empty()
                        : Optional.of(
                                new Estimate(speed.getAsDouble(), epochs(speed.getAsDouble()))));
    }

    private double epochs(double stepsPerSecond) {
        Experiment experiment = editor.experimentProperty().get();
        int images = experiment.training().batchSize() * experiment.training().discriminatorSteps();
        return data.datasetProperty()
                .get()
                .map(Dataset::size)
                .map(size -> MINUTE * stepsPerSecond * images / size)
                .orElse(Double.NaN);
    }
}
