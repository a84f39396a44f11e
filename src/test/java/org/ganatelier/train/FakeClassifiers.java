package org.ganatelier.train;

import org.ganatelier.data.Images;
import org.ganatelier.data.Split;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Classifiers that look at the first pixel of an image only: its last digit is the class, of which
 * they are sure, and the only feature that says something. For tests of what becomes of scores.
 */
public final class FakeClassifiers implements ClassifierTrainer {
    @Override
    public ClassifierModel train(
            ClassifierTask task,
            Split images,
            BooleanSupplier enough,
            Consumer<ClassifierProgress> listener) {
        throw new UnsupportedOperationException("These classifiers are born");
    }

    @Override
    public Classifier open(ClassifierModel model) {
        return new FakeClassifier(model);
    }

    /** Such a classifier. */
    public static final class FakeClassifier implements Classifier {
        private final ClassifierModel model;
        private boolean closed;

        /** With the width of features that the model's reference has. */
        public FakeClassifier(ClassifierModel model) {
            this.model = model;
        }

        /** Whether it was closed. */
        public boolean isClosed() {
            return closed;
        }

        @Override
        public ClassifierModel model() {
            return model;
        }

        @Override
        public Classification classify(Images images) {
            int width = model.reference().width();
            int classes = model.data().classes();
            var probabilities = new float[images.count() * classes];
            var features = new float[images.count() * width];
            for (int i = 0; i < images.count(); i++) {
                int first = Byte.toUnsignedInt(images.get(i).pixels()[0]);
                int label = first % classes;
                probabilities[i * classes + label] = 1;
                Arrays.fill(features, i * width, (i + 1) * width, label);
            }
            return new Classification(images.count(), classes, probabilities, width, features);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
