package org.ganatelier.train;

import org.ganatelier.data.Split;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** An engine that trains classifiers and lets them classify. Safe to call from any thread. */
public interface ClassifierTrainer {
    /**
     * Trains a classifier on the calling thread.
     *
     * @param images with labels; those held out do not influence what is learnt
     * @param enough asked after every update: whether to end here, and keep what is learnt
     * @param listener hears of every epoch, on the calling thread
     * @throws EngineException where the engine cannot run or the training diverges
     */
    ClassifierModel train(
            ClassifierTask task,
            Split images,
            BooleanSupplier enough,
            Consumer<ClassifierProgress> listener);

    /** To its end. */
    default ClassifierModel train(
            ClassifierTask task, Split images, Consumer<ClassifierProgress> listener) {
        return train(task, images, () -> false, listener);
    }

    /**
     * Makes a classifier ready for use.
     *
     * @throws EngineException where its weights do not fit its network
     */
    Classifier open(ClassifierModel model);
}
