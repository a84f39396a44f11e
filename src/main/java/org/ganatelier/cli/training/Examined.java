package org.ganatelier.cli.training;

import org.ganatelier.data.Catalog;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.ComparedRun;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.watch.WatchedRun.Watched;

import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Has the images of a run scored and compared while it trains, as a window does, and adds that to
 * its story. It costs a twentieth of one core and changes no bit of the training.
 */
final class Examined implements AutoCloseable {
    private final Watched watched;
    private final ExecutorService thread = LiveScorer.thread();
    private final Optional<LiveScorer> scorer;
    private final Optional<ScoredRun> scored;
    private final ComparedRun compared;

    /**
     * @param data that the run learns from
     */
    Examined(Watched watched, Dataset data, ClassifierTrainer classifiers) {
        this.watched = watched;
        Experiment experiment = watched.run().plan().experiment();
        scorer = experiment.data().bundled().map(bundled -> scorer(bundled, classifiers));
        scored = scorer.map(of -> new ScoredRun(watched.run(), experiment, of));
        scored.ifPresent(ScoredRun::begin);
        compared = new ComparedRun(() -> data, thread, System::nanoTime);
    }

    private LiveScorer scorer(DataSpec.Bundled data, ClassifierTrainer classifiers) {
        return new LiveScorer(
                () -> open(data, classifiers),
                () -> Split.of(Catalog.of(data)).heldOut(),
                thread,
                System::nanoTime);
    }

    private static Classifier open(DataSpec.Bundled data, ClassifierTrainer classifiers) {
        try {
            return classifiers.open(ClassifierFile.bundled(data));
        } catch (ProjectException damaged) {
            throw new IllegalStateException("The program's own classifier is damaged", damaged);
        }
    }

    /** The run has shown what it makes. On the thread that watches it. */
    void shown(RunEvent.Preview preview) {
        long step = preview.step();
        compared.shown(
                step, preview.samples(), point -> later(() -> watched.story().varied(point)));
        scored.ifPresent(
                run ->
                        run.shown(
                                step,
                                score ->
                                        later(
                                                () ->
                                                        watched.story()
                                                                .scored(
                                                                        new ScorePoint(
                                                                                step, score)))));
    }

    private void later(Runnable finding) {
        watched.watcher().execute(finding);
    }

    @Override
    public void close() {
        scorer.ifPresent(LiveScorer::close);
        thread.shutdown();
    }
}
