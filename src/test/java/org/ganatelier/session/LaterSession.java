package org.ganatelier.session;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;

import java.util.Optional;

/**
 * A session without a toolkit, on black images and a trainer that tells what a test wants. What it
 * does later waits for {@link #settle}.
 */
final class LaterSession {
    /** Of the data, where a test does not say how many. */
    private static final int IMAGES = 64;

    private static final Shape.Image SHAPE = new Shape.Image(28, 28, 1);

    final FakeTrainer trainer = new FakeTrainer();
    final ExperimentEditor editor;
    final Session session;
    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();

    /** Of the smallest preset. */
    LaterSession() {
        this(Documents.preset("mlp"), IMAGES);
    }

    /**
     * @param images that the data has
     */
    LaterSession(Experiment experiment, int images) {
        var workers = new Workers(fx, background);
        editor = new ExperimentEditor(experiment, Planning.real(), workers);
        session =
                new Session(
                        editor,
                        trainer,
                        _ ->
                                Dataset.of(
                                        new Images(
                                                images,
                                                SHAPE,
                                                new byte[(int) (images * SHAPE.size())]),
                                        Optional.empty()),
                        new BundledScorers(new FakeClassifiers()),
                        workers);
    }

    /** Begins a run. */
    void train() {
        session.training().train();
        settle();
    }

    /** Does all that waits, and what that brings. */
    void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }
}
