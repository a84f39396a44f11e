package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.files.SafeFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.project.SweepException;
import org.ganatelier.project.SweepJson;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.sweep.CellRunner;
import org.ganatelier.sweep.LocalBackend;
import org.ganatelier.sweep.ResultFolder;
import org.ganatelier.sweep.ResultFolder.Hold;
import org.ganatelier.sweep.Scorers;
import org.ganatelier.sweep.Standing;
import org.ganatelier.sweep.Sweep;
import org.ganatelier.sweep.SweepRun;
import org.ganatelier.sweep.SweepRun.SweepWords;
import org.ganatelier.sweep.SweepTime;
import org.ganatelier.sweep.ThisMachine;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Many trainings of the experiment in the editor, one sweep at a time. It is written as the command
 * line writes it, and either goes on with what the other began. FX thread only.
 */
public final class Sweeps {
    private static final String BASE = "experiment.json";
    private static final String FILE = "sweep.json";

    private final Trainer trainer;
    private final ClassifierTrainer classifiers;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<Optional<SweepForecast>> forecast =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SweepState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicLong asked = new AtomicLong();
    private Optional<Going> going = Optional.empty();

    Sweeps(Trainer trainer, ClassifierTrainer classifiers, Workers workers) {
        this.trainer = trainer;
        this.classifiers = classifiers;
        this.workers = workers;
    }

    /** Why a training of a sweep could not be done, as a fact to be said. */
    public static Happening happening(Throwable failure) {
        return failure instanceof EngineException engine
                ? new Happening.RunFailed(engine.failure())
                : FileWork.happeningOf(failure);
    }

    /** All values of an experiment that can be varied, by their paths. */
    public List<String> paths(Experiment base) {
        return ProjectJson.paths(base);
    }

    /** What {@link #foretell} found; empty while it looks, and before anybody asked. */
    public ReadOnlyObjectProperty<Optional<SweepForecast>> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /** The sweep that goes on or is looked at, if there is one. */
    public ReadOnlyObjectProperty<Optional<SweepState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a sweep goes on. */
    public boolean isRunning() {
        return going.isPresent();
    }

    /**
     * Plans a sweep in the background, without writing anything, and tells how many trainings it
     * has, then how long they take. Only the newest question is answered.
     */
    public void foretell(Experiment base, SweepFile file, int slots) {
        workers.fxThread().require();
        long number = asked.incrementAndGet();
        forecast.set(Optional.empty());
        workers.work(
                () -> Sweep.of(base, file),
                sweep -> answer(number, sweep, slots),
                failure -> answer(number, failure));
    }

    private void answer(long number, Sweep sweep, int slots) {
        if (asked.get() != number) {
            return;
        }
        tell(sweep, OptionalDouble.empty());
        var untouched = new Standing(sweep, Map.of(), Map.of(), _ -> "");
        workers.work(
                () -> new SweepTime(trainer, () -> asked.get() != number).seconds(untouched, slots),
                seconds -> {
                    if (asked.get() == number) {
                        tell(sweep, seconds);
                    }
                },
                // What cannot be tried says so when it is trained.
                _ -> {});
    }

    private void tell(Sweep sweep, OptionalDouble seconds) {
        forecast.set(
                Optional.of(
                        new SweepForecast.Possible(
                                sweep.cells().size(), sweep.rejected().size(), seconds)));
    }

    private void answer(long number, Throwable failure) {
        if (asked.get() == number && failure instanceof SweepException wrong) {
            forecast.set(Optional.of(new SweepForecast.Wrong(wrong.problems())));
        }
    }

    /**
     * Begins a sweep in the background, or goes on with the same one.
     *
     * @param words for its table
     * @param failed told why nothing can be trained
     * @throws IllegalStateException where one goes on already
     */
    public void begin(SweepOrder order, SweepWords words, Consumer<Happening> failed) {
        workers.fxThread().require();
        if (isRunning()) {
            throw new IllegalStateException("A sweep goes on already");
        }
        workers.work(
                () -> prepare(order),
                prepared -> train(prepared, order, words, failed),
                failure -> failed.accept(FileWork.happeningOf(failure)));
    }

    /** What can begin, with its folder to itself. */
    private record Prepared(Sweep sweep, ResultFolder folder, Hold hold) {}

    /** The file is there before anything is trained, so that what is killed can go on. */
    private static Prepared prepare(SweepOrder order) throws IOException, SweepException {
        SweepFile asked = order.file();
        var file =
                new SweepFile(
                        List.of(BASE),
                        asked.axes(),
                        asked.seeds(),
                        asked.goal(),
                        asked.score(),
                        asked.halving());
        Sweep sweep = Sweep.of(order.base(), file);
        var folder = new ResultFolder(order.folder());
        Hold hold = folder.hold().orElseThrow(() -> new FileHeldException(order.folder()));
        write(order.folder().resolve(BASE), ProjectJson.write(order.base()));
        write(order.folder().resolve(FILE), SweepJson.write(file));
        return new Prepared(sweep, folder, hold);
    }

    private static void write(Path file, String json) throws IOException {
        SafeFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    }

    private void train(
            Prepared prepared, SweepOrder order, SweepWords words, Consumer<Happening> failed) {
        if (isRunning()) {
            return;
        }
        var scorers = new Scorers(trainer, classifiers);
        var runner = new CellRunner(trainer, scorers, ThisMachine.place());
        var begun =
                new Going(
                        order.folder(),
                        new LocalBackend(runner, order.slots()),
                        new SweepRelay(workers.fx(), this::show));
        going = Optional.of(begun);
        workers.work(
                () -> {
                    try (scorers;
                            var _ = prepared.hold()) {
                        return begun.run(prepared, words);
                    }
                },
                standing -> end(begun, standing),
                failure -> {
                    going = Optional.empty();
                    show(begun.state(false));
                    failed.accept(FileWork.happeningOf(failure));
                });
    }

    /** A sweep that is trained; its thread runs it, and all may ask how far it is. */
    private static final class Going {
        private final Path folder;
        private final LocalBackend backend;
        private final SweepRelay relay;
        private final AtomicReference<@Nullable SweepRun> run = new AtomicReference<>();

        Going(Path folder, LocalBackend backend, SweepRelay relay) {
            this.folder = folder;
            this.backend = backend;
            this.relay = relay;
        }

        Standing run(Prepared prepared, SweepWords words) throws IOException {
            var begun = new SweepRun(prepared.sweep(), prepared.folder(), backend, relay, words);
            run.set(begun);
            relay.tell();
            return begun.run();
        }

        Optional<SweepState> state(boolean running) {
            return Optional.ofNullable(run.get())
                    .map(
                            begun ->
                                    new SweepState(
                                            folder, begun.standing(), relay.training(), running));
        }

        void stop() {
            SweepRun begun = run.get();
            if (begun == null) {
                backend.stop();
            } else {
                begun.stop();
            }
        }
    }

    private void show() {
        going.ifPresent(now -> show(now.state(true)));
    }

    private void show(Optional<SweepState> now) {
        if (now.isPresent()) {
            state.set(now);
        }
    }

    private void end(Going ended, Standing standing) {
        going = Optional.empty();
        state.set(Optional.of(new SweepState(ended.folder, standing, Map.of(), false)));
    }

    /** Ends the sweep early; what is finished stays. */
    public void stop() {
        workers.fxThread().require();
        going.ifPresent(Going::stop);
    }
}
