package org.ganatelier.cli.bench;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.Foreign;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Run;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Scores trainings as a window does while they go on, one after the other. Its rests last over what
 * is done between two trainings: in each it scores as often as in one that never ends.
 */
final class PauseScorer implements AutoCloseable {
    /** Longer than any rest. */
    private static final long RESTED = TimeUnit.DAYS.toNanos(1);

    private final ExecutorService thread;
    private final TurnClock clock;
    private final LiveScorer scorer;
    private final AtomicInteger scores = new AtomicInteger();
    private @Nullable ScoredRun scored;

    /**
     * @param classifiers makes the classifier, as {@link LiveScorer} wants it
     * @param nanoTime {@code System::nanoTime}
     */
    PauseScorer(
            Supplier<Classifier> classifiers,
            Supplier<Dataset> heldOut,
            ExecutorService thread,
            LongSupplier nanoTime) {
        this.thread = thread;
        clock = new TurnClock(nanoTime);
        scorer = new LiveScorer(classifiers, heldOut, thread, clock);
    }

    /**
     * With the program's own classifier of the data.
     *
     * @throws CommandFailure where the data has none
     */
    static PauseScorer of(DataSpec data, ClassifierTrainer classifiers) throws ProjectException {
        return switch (data) {
            case DataSpec.Bundled bundled -> {
                ClassifierModel model = ClassifierFile.bundled(bundled);
                yield new PauseScorer(
                        () -> classifiers.open(model),
                        () -> Split.of(Catalog.of(bundled)).heldOut(),
                        LiveScorer.thread(),
                        System::nanoTime);
            }
            case DataSpec.Clustered(DataSpec samples, int _) -> of(samples, classifiers);
            case DataSpec.Drawn _ -> throw new CommandFailure("There is no classifier for points.");
            case DataSpec.IdxFiles files ->
                    throw new CommandFailure(
                            "There is no classifier for images of your own (%s)."
                                    .formatted(Foreign.shown(files.title())));
        };
    }

    /** A training begins. */
    void begin(Run run) {
        scored = new ScoredRun(run, run.plan().experiment(), scorer);
        scores.set(0);
    }

    /** The training has shown images: it may be time for a score. */
    void shown(long step) {
        clock.start();
        if (scored != null) {
            scored.shown(step, _ -> scores.incrementAndGet());
        }
    }

    /**
     * The training is over: waits until its images are scored.
     *
     * @return how many scores there were
     */
    int finish() {
        CompletableFuture.runAsync(() -> {}, thread).join();
        clock.stop();
        return scores.get();
    }

    /** Scores again from the next preview on: the first score's rest is no other's. */
    void skipRest() {
        clock.skip(RESTED);
    }

    @Override
    public void close() {
        scorer.close();
        thread.shutdown();
    }
}
