package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A learnt vector for each class, the embedding, whose product with the features phi of a sample of
 * that class is added to the sample's score: s = w'phi + b + embedding(y)'phi (Miyato and Koyama
 * 2018, arXiv:1802.05637, figure 2). It stands beside the dense layer that gives the rest of the
 * score, whose own rule for its weights, such as spectral normalization, does not reach it.
 */
public final class Projection {
    private final int features;
    private final int classes;
    private final Parameter embedding;

    /**
     * @param features values of phi
     */
    public Projection(Memory memory, int classes, int features) {
        this.classes = classes;
        this.features = features;
        embedding = Parameter.trained(memory, "embedding", classes, features);
    }

    /** [classes, features]. */
    public Parameter parameter() {
        return embedding;
    }

    /** Draws the embedding as the weights of a dense layer from the features to the classes. */
    public void initialize(Initialization scheme, RandomGenerator random) {
        InitialWeights.draw(scheme, embedding.value(), features, classes, random);
    }

    /**
     * For one batch size.
     *
     * @param phi what goes into the dense layer
     * @param phiGradient which the dense layer writes before this adds to it
     * @param score which the dense layer writes before this adds to it
     * @param labels of the samples: the array itself, read in each pass
     */
    public Beside bind(
            Tensor phi, Tensor phiGradient, Tensor score, Tensor scoreGradient, byte[] labels) {
        return new Beside(phi, phiGradient, score, scoreGradient, labels);
    }

    /** A projection bound to the buffers of one batch size. */
    public final class Beside {
        private final Tensor phi;
        private final Tensor phiGradient;
        private final Tensor score;
        private final Tensor scoreGradient;
        private final byte[] labels;
        private final float[] row = new float[features];
        private final float[] sums = new float[features];

        private Beside(
                Tensor phi, Tensor phiGradient, Tensor score, Tensor scoreGradient, byte[] labels) {
            this.phi = phi;
            this.phiGradient = phiGradient;
            this.score = score;
            this.scoreGradient = scoreGradient;
            this.labels = labels;
        }

        /** Adds to the score, after the dense layer. */
        public void forward() {
            float[] scores = score.heapToUpdate();
            float[] from = phi.heap();
            float[] vectors = embedding.value().heap();
            for (int i = 0; i < scores.length; i++) {
                double product =
                        Loops.dot(
                                vectors,
                                Byte.toUnsignedInt(labels[i]) * features,
                                from,
                                i * features,
                                features);
                scores[i] += (float) product;
            }
        }

        /** Goes back, after the dense layer; see {@link Pass#backward}. */
        public void backward(boolean parameters, boolean input) {
            if (parameters) {
                float[] gradient = embedding.gradient().heapToWrite();
                Arrays.fill(gradient, 0);
                float[] from = phi.heap();
                for (int i = 0; i < labels.length; i++) {
                    addRow(
                            from,
                            i,
                            scoreGradient.heap()[i],
                            gradient,
                            Byte.toUnsignedInt(labels[i]));
                }
            }
            if (input) {
                float[] gradient = phiGradient.heapToUpdate();
                float[] vectors = embedding.value().heap();
                for (int i = 0; i < labels.length; i++) {
                    addRow(vectors, labels[i], scoreGradient.heap()[i], gradient, i);
                }
            }
        }

        private void addRow(float[] from, int index, float factor, float[] to, int target) {
            Loops.load(from, index, row);
            Loops.load(to, target, sums);
            Loops.addScaled(row, factor, sums);
            Loops.store(sums, to, target);
        }
    }
}
