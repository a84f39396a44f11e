package org.ganatelier.engine.classifier;

import org.ganatelier.data.Split;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierProgress;
import org.ganatelier.train.ClassifierTask;
import org.ganatelier.train.ClassifierTrainer;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Trains classifiers on this machine's processor, with one thread. */
public final class EngineClassifierTrainer implements ClassifierTrainer {
    @Override
    public ClassifierModel train(
            ClassifierTask task,
            Split images,
            BooleanSupplier enough,
            Consumer<ClassifierProgress> listener) {
        Natives.load(Natives.DEFAULT_THREADS);
        NetworkPlan plan = Planner.network(task.set().spec().shape(), task.network());
        try (var training = new ClassifierTraining(task, plan, images)) {
            return training.run(enough, listener);
        }
    }

    @Override
    public Classifier open(ClassifierModel model) {
        Natives.load(Natives.DEFAULT_THREADS);
        Shape.Image shape = model.data().shape();
        return new EngineClassifier(model, Planner.network(shape, model.network()), shape);
    }
}
