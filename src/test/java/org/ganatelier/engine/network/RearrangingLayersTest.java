package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.data.Offset;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.stock.StockNetwork;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure.UnsupportedByStock;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.random.RandomGenerator;

/** Pixel shuffle and minibatch deviation on numbers that can be worked out by hand. */
class RearrangingLayersTest {
    /** The paper's program adds 1e-8 to the variance; float32 keeps 6e-8 of a value. */
    private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

    /** Of a deviation of 0 the 1e-8 leaves 1e-4, of which a mean of two has half. */
    private static final Offset<Float> TINY = Offset.offset(6e-5f);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static List<LayerSpec> layers() {
        return List.of(new PixelShuffle(2), new MinibatchStdDev(4));
    }

    private static float[] forward(LayerSpec layer, Shape.Image in, int batch, float... values) {
        try (var network = new Network(plan(layer, in))) {
            Network.Chain chain = network.chain(batch);
            System.arraycopy(values, 0, chain.input().heapToWrite(), 0, values.length);
            chain.forward(true, RearrangingLayersTest::noDraws);
            return chain.output().heap().clone();
        }
    }

    private static NetworkPlan plan(LayerSpec layer, Shape.Image in) {
        var alone = Nets.experiment(in, NetworkSpec.of(), NetworkSpec.of(layer));
        Outcome outcome = Planner.check(alone);
        return outcome.plan().discriminator();
    }

    private static RandomGenerator noDraws() {
        throw new AssertionError("These layers draw nothing");
    }

    /** torch.nn.functional.pixel_shuffle(torch.arange(16.).view(1, 4, 2, 2), 2). */
    @Test
    void channelsBecomePixelsInPyTorchsOrder() {
        var values = new float[16];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(forward(new PixelShuffle(2), new Shape.Image(2, 2, 4), 1, values))
                .containsExactly(0, 4, 1, 5, 8, 12, 9, 13, 2, 6, 3, 7, 10, 14, 11, 15);
    }

    /** Groups are the even and the odd samples; deviations 1 and 3, and 0 and 2. */
    @Test
    void theMeanDeviationOfAGroupIsAChannelOfItsSamples() {
        float[] out =
                forward(
                        new MinibatchStdDev(2),
                        new Shape.Image(2, 1, 1),
                        4,
                        1,
                        2,
                        5,
                        -3,
                        3,
                        8,
                        5,
                        1);
        assertThat(out)
                .containsExactly(
                        new float[] {1, 2, 2, 2, 5, -3, 1, 1, 3, 8, 2, 2, 5, 1, 1, 1}, TINY);
    }

    @Test
    void aSmallerBatchIsOneGroup() {
        float[] out = forward(new MinibatchStdDev(100), new Shape.Image(1, 1, 1), 3, -2, 0, 2);
        float deviation = (float) Math.sqrt(8.0 / 3);
        assertThat(out)
                .containsExactly(new float[] {-2, deviation, 0, deviation, 2, deviation}, ROUNDING);
    }

    /** Two groups of five samples: of samples 0, 2 and 4, and of 1 and 3. */
    @Test
    void noSampleIsLeftOutWhereTheGroupsDoNotFit() {
        float[] out = forward(new MinibatchStdDev(2), new Shape.Image(1, 1, 1), 5, -2, 7, 0, 9, 2);
        float three = (float) Math.sqrt(8.0 / 3);
        assertThat(out)
                .containsExactly(new float[] {-2, three, 7, 1, 0, three, 9, 1, 2, three}, ROUNDING);
    }

    @Test
    void realAndGeneratedImagesAreNeverComparedWithEachOther() {
        try (var network = new Network(plan(new MinibatchStdDev(4), new Shape.Image(2, 2, 1)))) {
            assertThat(network.mixesSamples()).isTrue();
        }
        try (var network = new Network(plan(new PixelShuffle(2), new Shape.Image(2, 2, 4)))) {
            assertThat(network.mixesSamples()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void dl4jHasNoSuchLayers(LayerSpec layer) {
        var adam = new OptimizerSpec(1e-3, 0.5, 0.999);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(
                        () -> new StockNetwork(plan(layer, new Shape.Image(2, 2, 4)), adam).close())
                .extracting(EngineException::failure)
                .isEqualTo(new UnsupportedByStock(new Lack.Layer(layer)));
    }
}
