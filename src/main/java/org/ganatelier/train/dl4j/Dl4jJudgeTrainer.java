package org.ganatelier.train.dl4j;

import org.ganatelier.data.Split;
import org.ganatelier.plan.NetworkPlan;
import org.ganatelier.plan.Planner;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.NetworkSpec;
import org.ganatelier.spec.Shape;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Judge;
import org.ganatelier.train.JudgeModel;
import org.ganatelier.train.JudgeProgress;
import org.ganatelier.train.JudgeTask;
import org.ganatelier.train.JudgeTrainer;

import java.util.function.Consumer;

/** Trains judges on this machine's processor, with one thread. */
public final class Dl4jJudgeTrainer implements JudgeTrainer {
    @Override
    public JudgeModel train(JudgeTask task, Split images, Consumer<JudgeProgress> listener) {
        Natives.load(Natives.DEFAULT_THREADS);
        try (var lesson =
                new JudgeLesson(task, plan(images.training().shape(), task.network()), images)) {
            return lesson.teach(listener);
        }
    }

    @Override
    public Judge open(JudgeModel model) {
        Natives.load(Natives.DEFAULT_THREADS);
        Shape.Image shape = new DataSpec.Bundled(model.data()).shape();
        return new Dl4jJudge(model, plan(shape, model.network()), shape);
    }

    private static NetworkPlan plan(Shape.Image shape, NetworkSpec network) {
        try {
            return Planner.network(shape, network);
        } catch (IllegalArgumentException e) {
            throw new EngineException("The judge's network cannot be: " + e.getMessage() + ".", e);
        }
    }
}
