package org.ganatelier.session;

import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes images with the generator of a checkpoint, in the background; the newest request wins. For
 * any thread.
 */
final class StatePainter implements LatentExplorer.Painter {
    private final Trainer trainer;
    private final Plan plan;
    private final Checkpoint state;
    private final Executor background;
    private @Nullable Runnable newest;
    private boolean painting;

    StatePainter(Trainer trainer, Plan plan, Checkpoint state, Executor background) {
        this.trainer = trainer;
        this.plan = plan;
        this.state = state;
        this.background = background;
    }

    @Override
    public void paint(float[] noise, int label, Consumer<Samples> answer) {
        Experiment experiment = plan.experiment();
        var input = GeneratorInput.of(experiment, noise, label);
        if (begins(() -> answer.accept(trainer.sample(plan, state, input, Weights.AVERAGED)))) {
            background.execute(this::paintAll);
        }
    }

    /** Whether nobody paints yet. */
    private synchronized boolean begins(Runnable request) {
        newest = request;
        boolean begins = !painting;
        painting = true;
        return begins;
    }

    private void paintAll() {
        for (Runnable request = next(); request != null; request = next()) {
            request.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable request = newest;
        newest = null;
        painting = request != null;
        return request;
    }
}
