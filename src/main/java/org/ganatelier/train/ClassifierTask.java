package org.ganatelier.train;

import org.ganatelier.data.BundledSet;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;

import java.time.Duration;

/**
 * A classifier to train. With a number of epochs the same task gives the same bits.
 *
 * @param set the set whose classes it is to know
 * @param network from an image to one logit per class; the input of its last layer are the features
 * @param seed of its weights, of the order of the images and of their changes
 */
public record ClassifierTask(BundledSet set, NetworkSpec network, long seed, Length length) {
    /** How long to train. */
    public sealed interface Length {
        /**
         * So many passes over the images.
         *
         * @param count at least 1
         */
        record Epochs(int count) implements Length {
            public Epochs {
                if (count < 1) {
                    throw new IllegalArgumentException("a classifier needs at least one epoch");
                }
            }
        }

        /** Until so much time has passed, above 0. */
        record Time(Duration time) implements Length {
            public Time {
                if (!time.isPositive()) {
                    throw new IllegalArgumentException("a classifier needs some time");
                }
            }
        }
    }

    public ClassifierTask {
        ClassifierModel.requireEnd(network, set.spec().classes());
    }

    /**
     * The network of the bundled classifiers, for images of any size: three convolutions, 64
     * features, one logit per class. The features are normalized, so that each counts about as much
     * in a distance, and leaky, so that none is silent.
     */
    public static NetworkSpec standardNetwork(int classes) {
        return NetworkSpec.of(
                convolution(16, 2),
                norm(new Activation.ReLU()),
                convolution(48, 1),
                norm(new Activation.ReLU()),
                convolution(64, 2),
                norm(new Activation.ReLU()),
                new Flatten(),
                new Dropout(0.3),
                new Dense(64, false, new Activation.Linear()),
                norm(new Activation.LeakyReLU(0.1)),
                new Dropout(0.3),
                new Dense(classes, true, new Activation.Linear()));
    }

    private static LayerSpec convolution(int filters, int stride) {
        int kernel = stride == 1 ? 3 : 4;
        return new Conv2D(filters, kernel, stride, Padding.SAME, false, new Activation.Linear());
    }

    private static LayerSpec norm(Activation activation) {
        return new BatchNorm(0.9, 1e-5, activation);
    }
}
