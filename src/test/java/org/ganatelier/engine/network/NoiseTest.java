package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.engine.network.Nets.net;

import org.assertj.core.data.Offset;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.RandomStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A layer of noise between layers that may keep the channels of images last. */
class NoiseTest {
    private static final Shape.Image IMAGE = new Shape.Image(6, 6, 1);
    private static final int BATCH = 8;
    private static final double DEVIATION = 0.1;

    /** Of so many numbers none is as far away as six deviations: once in a billion. */
    private static final double MOST = 6 * DEVIATION;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private static NetworkPlan plan() {
        var linear = new Activation.Linear();
        return Nets.ready(
                        Nets.experiment(
                                IMAGE,
                                net(new Dense(36, true, linear), new Reshape(IMAGE)),
                                net(
                                        new Conv2D(5, 3, 1, Padding.SAME, true, linear),
                                        new GaussianNoise(DEVIATION),
                                        new Flatten(),
                                        new Dense(1, true, linear))))
                .discriminator();
    }

    @Test
    void whatComesOutIsWhatWentInAndALittleNoise() {
        try (var network = new Network(plan())) {
            network.initialize(Initialization.GLOROT_UNIFORM, RandomStream.WEIGHTS.draw(1, 0));
            Network.Chain chain = network.chain(BATCH);
            float[] images = chain.input().heapToWrite();
            for (int i = 0; i < images.length; i++) {
                images[i] = i % 7 - 3;
            }
            chain.forward(true, () -> RandomStream.DROPOUT.draw(1, 0));
            float[] in = chain.output(0).heap();
            float[] out = chain.output(1).heap();
            double squares = 0;
            for (int i = 0; i < in.length; i++) {
                double noise = out[i] - in[i];
                assertThat(noise).isCloseTo(0, Offset.offset(MOST));
                squares += noise * noise;
            }
            // Of a sum of n squares the relative deviation is the root of 2 / n.
            double spread = Math.sqrt(2.0 / in.length);
            assertThat(squares / in.length / (DEVIATION * DEVIATION))
                    .isCloseTo(1, Offset.offset(5 * spread));
        }
    }
}
