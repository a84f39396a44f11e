package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Reach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Which outputs depend on which inputs, compared with real networks: each input is changed, and
 * what changes at the output is what the plan says.
 */
class ReachTest {
    private static final Shape.Image SHAPE = new Shape.Image(9, 8, 4);
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation TANH = new Activation.Tanh();

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static Stream<LayerSpec> layers() {
        return Stream.of(
                new Conv2D(2, 3, 1, Padding.SAME, true, TANH),
                new Conv2D(2, 4, 2, Padding.SAME, true, LINEAR),
                new Conv2D(2, 5, 3, Padding.VALID, false, LINEAR),
                new Conv2D(2, 3, 2, new Padding.Explicit(2), true, LINEAR),
                new Conv2D(2, 2, 3, Padding.VALID, true, LINEAR),
                new Conv2D(2, 3, 1, Padding.SAME, true, LINEAR).withDilation(2),
                new Conv2DTranspose(2, 4, 2, Padding.SAME, true, LINEAR),
                new Conv2DTranspose(2, 5, 3, Padding.VALID, true, TANH),
                new Conv2DTranspose(2, 2, 3, Padding.SAME, true, LINEAR),
                new Conv2DTranspose(2, 3, 2, new Padding.Explicit(1), true, LINEAR)
                        .withOutputPadding(1),
                new DepthwiseConv2D(2, 3, 2, Padding.SAME, true, LINEAR),
                new SeparableConv2D(3, 1, 3, 2, Padding.SAME, true, LINEAR),
                new MaxPool(2, 2, Padding.VALID),
                new MaxPool(3, 2, Padding.SAME),
                new AveragePool(3, 2, Padding.SAME),
                new UpSampling2D(2),
                new PixelShuffle(2),
                new ZeroPadding2D(1, 0, 2, 1),
                new Cropping2D(1, 0, 2, 1),
                new BatchNorm(0.9, 1e-5, LINEAR),
                new LayerNorm(1e-5, LINEAR),
                new Activate(TANH),
                new PReLU(),
                new Dropout(0.3),
                new GaussianNoise(0.1),
                new Flatten(),
                new Reshape(new Shape.Image(6, 12, 4)),
                new Reshape(new Shape.Image(3, 3, 32)),
                new GlobalAveragePool());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void whatChangesIsWhatThePlanSays(LayerSpec layer) {
        compare(plans(layer));
    }

    /** Enlarged, cut, and looked at again: strides and borders of several layers together. */
    @Test
    void layersBehindEachOtherReachAsOne() {
        compare(
                plans(
                        new Conv2D(3, 4, 2, Padding.SAME, true, TANH),
                        new Conv2DTranspose(2, 5, 2, Padding.SAME, true, TANH),
                        new Cropping2D(1, 1, 0, 2),
                        new Conv2D(2, 3, 1, Padding.VALID, true, TANH)));
    }

    @Test
    void aDenseLayerAndAGlobalMaximumSeeAll() {
        List<LayerPlan> dense = plans(new Flatten(), new Dense(3, true, LINEAR));
        assertThat(Reach.inputs(dense, only(1)).cardinality()).isEqualTo(72);
        assertThat(Reach.outputs(dense, only(5)).cardinality()).isEqualTo(3);
        List<LayerPlan> most = plans(new GlobalMaxPool());
        assertThat(Reach.inputs(most, only(1)).cardinality()).isEqualTo(72);
    }

    private static List<LayerPlan> plans(LayerSpec... layers) {
        var plan = Planner.check(Nets.experiment(SHAPE, Nets.net(), Nets.net(layers))).plan();
        return plan.discriminator().layers();
    }

    private static void compare(List<LayerPlan> layers) {
        Shape in = layers.getFirst().input().orElseThrow();
        Shape out = layers.getLast().output().orElseThrow();
        int from = Reach.places(in);
        int to = Reach.places(out);
        var seen = new BitSet[to];
        for (int place = 0; place < to; place++) {
            seen[place] = new BitSet();
        }
        try (var network = new Network(new NetworkPlan(in, layers))) {
            network.initialize(Initialization.GLOROT_UNIFORM, new Random(3));
            float[] values = new float[(int) in.size()];
            var random = new Random(4);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            float[] before = output(network, values);
            for (int place = 0; place < from; place++) {
                float[] changed = values.clone();
                for (int i = place; i < changed.length; i += from) {
                    // Larger than all others, so that a maximum is among what changes.
                    changed[i] += 10;
                }
                BitSet reached = difference(before, output(network, changed), to);
                assertThat(Reach.outputs(layers, only(place)))
                        .as("from %d", place)
                        .isEqualTo(reached);
                int source = place;
                reached.stream().forEach(o -> seen[o].set(source));
            }
        }
        for (int place = 0; place < to; place++) {
            assertThat(Reach.inputs(layers, only(place))).as("to %d", place).isEqualTo(seen[place]);
        }
    }

    private static float[] output(Network network, float[] values) {
        Network.Chain chain = network.chain(1);
        System.arraycopy(values, 0, chain.entry().samples(), 0, values.length);
        chain.entry().enter();
        chain.forward(
                false,
                () -> {
                    throw new AssertionError("Inference draws no random numbers");
                });
        return chain.output().heap().clone();
    }

    private static BitSet difference(float[] before, float[] after, int places) {
        var different = new BitSet();
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                different.set(i % places);
            }
        }
        return different;
    }

    private static BitSet only(int place) {
        var one = new BitSet();
        one.set(place);
        return one;
    }
}
