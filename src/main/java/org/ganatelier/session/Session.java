package org.ganatelier.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.project.SessionFolders;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** What the window is about now: its parts, put together. FX thread only. */
public final class Session {
    private final Workers workers;
    private final Failures failures;
    private final Notices notices;
    private final ExperimentEditor editor;
    private final Engine engine;
    private final ChosenTrainer chosen;
    private final RealImages data;
    private final Runs runs;
    private final Training training;
    private final RunQueue queue;
    private final Sigmas sigmas;
    private final Arrangement arrangement;
    private final Documents documents;
    private final Imports imports;
    private final Arrivals arrivals;
    private final Pictures pictures;
    private final Exports exports;
    private final Sweeps sweeps;
    private final LatentExplorer walk;
    private final LiveScore score;
    private final Coaching coaching;
    private final Film film;
    private final Trainer trainer;
    private final DiscriminatorEye eye;
    private final Insight insight;
    private final OutputsOverTime outputs;
    private final NearestSearches searches;
    private final NearestReal nearest;
    private final SpeedEstimate estimate;
    private final ObjectProperty<Optional<Place>> selectedPlace =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Recovery> recovery = Optional.empty();

    /**
     * A session that begins at once to load the engine and the experiment's data.
     *
     * @param datasets reads a data set; called in the background
     * @param scorers have the classifiers of the bundled sets
     */
    Session(
            ExperimentEditor editor,
            Trainer trainer,
            Function<DataSpec, Dataset> datasets,
            BundledScorers scorers,
            Workers workers) {
        this.editor = editor;
        this.workers = workers;
        this.trainer = trainer;
        runs = new Runs(workers.fxThread());
        failures = new Failures(workers, () -> runs.engine().map(EngineInfo::toString));
        notices = new Notices(workers.fxThread(), failures);
        engine = new Engine(trainer, workers, notices);
        data = new RealImages(editor, datasets, workers, notices);
        chosen = new ChosenTrainer(trainer);
        var starts = new RunStarts(chosen, editor, data, runs, workers);
        var current = new CurrentRun(runs, starts, workers, notices);
        training = new Training(editor, runs, starts, current, workers);
        queue = new RunQueue(editor, runs, training, workers);
        sigmas = new Sigmas(training, editor);
        // New points to look at are no part of an experiment: they need no seed of its own.
        walk = new LatentExplorer(workers, RandomGenerator.getDefault());
        arrangement = new Arrangement(new LatentLook(walk));
        var work = new FileWork(workers, notices);
        documents =
                new Documents(
                        editor,
                        training,
                        new OpenDocument(editor, runs, training.currentMetricsProperty()),
                        arrangement,
                        work);
        imports = new Imports(editor, documents, trainer, work);
        arrivals = new Arrivals(documents, imports, workers, notices);
        pictures = new Pictures(training, work);
        exports = new Exports(editor, runs, trainer, datasets, workers);
        sweeps = new Sweeps(trainer, scorers.classifiers(), workers);
        score = new LiveScore(scorers, workers.fx());
        eye =
                new DiscriminatorEye(
                        training.weightsShownProperty(), data, workers, System::nanoTime);
        estimate = new SpeedEstimate(editor, training, engine, data, chosen, workers);
        insight = new Insight(training, eye, data, editor, workers.fx());
        outputs = new OutputsOverTime(eye, System::nanoTime);
        searches = new NearestSearches(scorers::open);
        nearest =
                new NearestReal(
                        data, training.weightsShownProperty(), searches, workers, System::nanoTime);
        coaching = new Coaching(editor, runs, data, workers, System::nanoTime);
        film = new Film(runs, training, documents, trainer, workers, notices);
        engine.stateProperty().subscribe(this::tellRuns);
        training.runProperty().subscribe(run -> follow(run));
        training.previewProperty().subscribe(walk::repaint);
        runs.currentProperty().subscribe(score::follow);
        runs.shownProperty().subscribe(score::show);
        runs.shownProperty().subscribe(eye::follow);
        runs.shownProperty().subscribe(outputs::follow);
        runs.shownProperty().subscribe(nearest::follow);
        film.lookedAtProperty().subscribe(this::lookAt);
        film.pastProperty().subscribe(past -> past.ifPresent(this::walkIn));
    }

    /** A session of the real data and the real planner, to begin with this experiment. */
    public static Session of(
            Experiment first, Trainer trainer, ClassifierTrainer classifiers, Workers workers) {
        var editor = new ExperimentEditor(first, Planning.real(), workers);
        return new Session(
                editor, trainer, Datasets::open, new BundledScorers(classifiers), workers);
    }

    /** The experiment and the way to change it. */
    public ExperimentEditor editor() {
        return editor;
    }

    /** The engine's loading. */
    public Engine engine() {
        return engine;
    }

    /**
     * Whether the next run is computed by the layers of the library that the engine stands on, in
     * place of its own: slower, to compare.
     */
    public BooleanProperty stockLayersProperty() {
        return chosen.stockLayersProperty();
    }

    /** The data set. */
    public RealImages data() {
        return data;
    }

    /** All runs that are still known. */
    public Runs runs() {
        return runs;
    }

    /** The current run, and what the run that is shown told. */
    public Training training() {
        return training;
    }

    /** Runs that are trained one after another, to be compared. */
    public RunQueue queue() {
        return queue;
    }

    /** Many trainings of the experiment. */
    public Sweeps sweeps() {
        return sweeps;
    }

    /** What the run divides weights by. */
    public Sigmas sigmas() {
        return sigmas;
    }

    /** Errors that nobody expected. */
    public Failures failures() {
        return failures;
    }

    /** What the user has to be told. */
    public Notices notices() {
        return notices;
    }

    /** Where the experiment comes from and goes to. */
    public Documents documents() {
        return documents;
    }

    /** Files that somebody brings. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /**
     * The files that were opened or saved last.
     *
     * @param settings remember them
     */
    public RecentFiles recentFiles(Settings settings) {
        return new RecentFiles(settings, workers);
    }

    /**
     * From now on the work of former sessions can be opened.
     *
     * @param folders of them
     */
    public void recoverFrom(SessionFolders folders) {
        recovery = Optional.of(new Recovery(this, folders));
    }

    /** What former sessions left, where it is known. */
    public Optional<Recovery> recovery() {
        return recovery;
    }

    /** Where its work is done. */
    Workers workers() {
        return workers;
    }

    /** What of the experiment the user looks at: panels tell each other by it. */
    public ObjectProperty<Optional<Place>> selectedPlaceProperty() {
        return selectedPlace;
    }

    /** How the window looks. */
    public Arrangement arrangement() {
        return arrangement;
    }

    /** Where pictures go to. */
    public Pictures pictures() {
        return pictures;
    }

    /** Models on their way to other frameworks. */
    public Exports exports() {
        return exports;
    }

    /** Models of other frameworks on their way into the editor. */
    public Imports imports() {
        return imports;
    }

    /** Shows folders outside of the window. */
    public FolderOpener folders() {
        return FolderOpener.of(System.getProperty("os.name", ""), workers);
    }

    /** The walk among the images that the run's generator makes. */
    public LatentExplorer walk() {
        return walk;
    }

    /** How good the run's images are. */
    public LiveScore score() {
        return score;
    }

    /** What D says of the samples that are shown. */
    public DiscriminatorEye eye() {
        return eye;
    }

    /** How fast the experiment in the editor would train. */
    public SpeedEstimate estimate() {
        return estimate;
    }

    /** What is inside the run's networks. */
    public Insight insight() {
        return insight;
    }

    /** How that spreads over the time of the run. */
    public OutputsOverTime outputs() {
        return outputs;
    }

    /** Real images beside generated ones. */
    public NearestReal nearest() {
        return nearest;
    }

    /** The checkpoints of the run that is shown, and the way back to them. */
    public Film film() {
        return film;
    }

    /** What the coach says of the run. */
    public Coaching coaching() {
        return coaching;
    }

    /** Ends the run. */
    public void close() {
        sweeps.stop();
        workers.fxThread().require();
        exports.cancel();
        var _ = film.finish();
        training.close();
        score.close();
        nearest.follow(Optional.empty());
        workers.background().execute(searches::close);
        coaching.close();
        documents.close();
    }

    private void tellRuns(EngineState state) {
        if (state instanceof EngineState.Loaded(EngineInfo info)) {
            runs.computedBy(info);
        }
    }

    /** D has learnt since an earlier state: of that one's images it is not asked. */
    private void lookAt(Optional<Frame> earlier) {
        score.lookAt(
                earlier.map(frame -> OptionalLong.of(frame.step())).orElse(OptionalLong.empty()));
        Optional<RunEntry> asked =
                earlier.isPresent() ? Optional.empty() : runs.shownProperty().get();
        eye.follow(asked);
        nearest.follow(asked);
        if (earlier.isEmpty()) {
            follow(training.runProperty().get());
        }
    }

    private void walkIn(Film.Past past) {
        Plan begun = past.entry().start().plan();
        var plan = new Plan(past.state().experiment(), begun.generator(), begun.discriminator());
        follow(
                plan.experiment(),
                new StatePainter(trainer, plan, past.state(), workers.background()));
    }

    private void follow(Optional<Run> run) {
        walk.leave();
        run.ifPresent(
                r -> {
                    Experiment trained = r.plan().experiment();
                    follow(
                            trained,
                            (noise, label, answer) ->
                                    r.ask(
                                            new Question.Generate(
                                                    GeneratorInput.of(trained, noise, label)),
                                            answer));
                });
    }

    private void follow(Experiment trained, LatentExplorer.Painter painter) {
        walk.follow(
                painter,
                GeneratorInput.preview(trained, RunOptions.live().previews()),
                trained.latentSize(),
                ToldClasses.of(trained));
    }
}
