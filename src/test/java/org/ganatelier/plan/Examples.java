package org.ganatelier.plan;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;

import java.nio.file.Path;
import java.util.Optional;

/** Layers and experiments for the planner's tests, in few words. */
final class Examples {
    static final Activation LINEAR = new Activation.Linear();
    static final Activation RELU = new Activation.ReLU();
    static final Activation TANH = new Activation.Tanh();
    static final Activation SIGMOID = new Activation.Sigmoid();
    static final LayerSpec FLATTEN = new Flatten();

    /** A rate that suits networks without normalization too. */
    private static final OptimizerSpec ADAM = new OptimizerSpec(2e-4, 0.5, 0.999);

    private Examples() {}

    static LayerSpec dense(int units) {
        return dense(units, LINEAR);
    }

    static LayerSpec dense(int units, Activation activation) {
        return new Dense(units, true, activation);
    }

    static LayerSpec conv(int filters, int kernel, int stride, Padding padding) {
        return new Conv2D(filters, kernel, stride, padding, true, LINEAR);
    }

    static LayerSpec deconv(int filters, int kernel, int stride, Padding padding) {
        return deconv(filters, kernel, stride, padding, LINEAR);
    }

    static LayerSpec deconv(
            int filters, int kernel, int stride, Padding padding, Activation activation) {
        return new Conv2DTranspose(filters, kernel, stride, padding, true, activation);
    }

    static LayerSpec batchNorm(Activation activation) {
        return new BatchNorm(0.9, 1e-5, activation);
    }

    static LayerSpec reshape(int height, int width, int channels) {
        return new Reshape(new Shape.Image(height, width, channels));
    }

    static DataSpec mnist() {
        return Sets.MNIST.spec();
    }

    static DataSpec images(int height, int width, int channels) {
        return new DataSpec.IdxFiles(
                Path.of("mine"), Optional.empty(), new Shape.Image(height, width, channels));
    }

    static DataSpec labelled(Shape.Image shape, int classes) {
        return new DataSpec.IdxFiles(
                Path.of("mine"), Optional.of(Path.of("labels")), shape, classes);
    }

    /** Ready: dense layers from 100 noise values to MNIST and from there to a score. */
    static Experiment ready() {
        return experiment(
                NetworkSpec.of(dense(784, TANH), reshape(28, 28, 1)),
                NetworkSpec.of(FLATTEN, dense(1)));
    }

    static Experiment generator(LayerSpec... layers) {
        return experiment(NetworkSpec.of(layers), ready().discriminator());
    }

    static Experiment discriminator(LayerSpec... layers) {
        return experiment(ready().generator(), NetworkSpec.of(layers));
    }

    static Experiment experiment(NetworkSpec generator, NetworkSpec discriminator) {
        return new Experiment(
                "Example",
                mnist(),
                100,
                generator,
                discriminator,
                new Objective(new NonSaturating()),
                new TrainingSpec(64, 1, 1, ADAM, ADAM),
                42);
    }
}
