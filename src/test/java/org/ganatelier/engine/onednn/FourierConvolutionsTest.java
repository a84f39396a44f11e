package org.ganatelier.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.assertj.core.data.Offset;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.model.Axis;
import org.ganatelier.plan.model.Spectrum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Products of spectra give the numbers of loops over pixels and taps. */
class FourierConvolutionsTest {
    private static final int BATCH = 3;
    private static final int LARGE = 5;
    private static final int SMALL = 4;

    /** Of the largest number: sums of some hundred products in float32, twice transformed. */
    private static final double ERROR = 3e-6;

    private final Random random = new Random(11);
    private final Memory memory = new Memory();

    /** Both dimensions differ, so that none can be taken for the other. */
    record Geometry(String name, Axis rows, Axis columns) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Geometry> geometries() {
        return List.of(
                new Geometry(
                        "5, same",
                        Axis.of(7, 7, 5, 1, 1, Padding.SAME),
                        Axis.of(6, 6, 5, 1, 1, Padding.SAME)),
                new Geometry(
                        "5, stride 2, same",
                        Axis.of(14, 7, 5, 2, 1, Padding.SAME),
                        Axis.of(12, 6, 5, 2, 1, Padding.SAME)),
                new Geometry(
                        "4, stride 2, padding 1",
                        Axis.of(8, 4, 4, 2, 1, new Padding.Explicit(1)),
                        Axis.of(14, 7, 4, 2, 1, new Padding.Explicit(1))),
                new Geometry(
                        "3, valid",
                        Axis.of(9, 7, 3, 1, 1, Padding.VALID),
                        Axis.of(5, 3, 3, 1, 1, Padding.VALID)),
                new Geometry(
                        "3 and 4, strides 3 and 2",
                        Axis.of(9, 3, 3, 3, 1, Padding.VALID),
                        Axis.of(10, 4, 4, 2, 1, Padding.VALID)),
                new Geometry(
                        "a kernel larger than the image",
                        Axis.of(4, 4, 7, 1, 1, Padding.SAME),
                        Axis.of(3, 3, 5, 1, 1, Padding.SAME)));
    }

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
        assumeTrue(OneDnn.isThere(), "no oneDNN 3");
    }

    @AfterEach
    void free() {
        memory.close();
    }

    private Tensor drawn(long... shape) {
        Tensor tensor = memory.tensor(shape);
        draw(tensor);
        return tensor;
    }

    private void draw(Tensor tensor) {
        float[] values = tensor.heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }

    /** All tensors of a map, and its passes. */
    private final class Fixture {
        final Axis rows;
        final Axis columns;
        final Tensor weight;
        final Tensor gradient;
        final Tensor large;
        final Tensor small;
        final CorrelationPasses passes;

        Fixture(Geometry geometry) {
            rows = geometry.rows;
            columns = geometry.columns;
            weight = drawn(SMALL, LARGE, rows.weights(), columns.weights());
            gradient = memory.tensor(weight.shape());
            large = drawn(BATCH, LARGE, rows.large(), columns.large());
            small = drawn(BATCH, SMALL, rows.small(), columns.small());
            passes =
                    FourierConvolutions.of(
                                    memory,
                                    weight,
                                    gradient,
                                    new Spectrum(rows, columns, LARGE, SMALL))
                            .orElseThrow();
        }

        /** What a pair of pixels has to do with each other. */
        interface Met {
            void meet(int large, int small, int weight);
        }

        void all(Met met) {
            for (int sample = 0; sample < BATCH; sample++) {
                for (int o = 0; o < SMALL; o++) {
                    for (int c = 0; c < LARGE; c++) {
                        all(sample * LARGE + c, sample * SMALL + o, o * LARGE + c, met);
                    }
                }
            }
        }

        private void all(int fromLarge, int fromSmall, int kernel, Met met) {
            int taps = rows.weights() * columns.weights();
            for (int y = 0; y < rows.small(); y++) {
                for (int x = 0; x < columns.small(); x++) {
                    for (int tap = 0; tap < taps; tap++) {
                        int row = y * rows.stride() + tap / columns.weights() - rows.before();
                        int column =
                                x * columns.stride() + tap % columns.weights() - columns.before();
                        if (row >= 0
                                && row < rows.large()
                                && column >= 0
                                && column < columns.large()) {
                            met.meet(
                                    (fromLarge * rows.large() + row) * columns.large() + column,
                                    (fromSmall * rows.small() + y) * columns.small() + x,
                                    kernel * taps + tap);
                        }
                    }
                }
            }
        }

        double[] down() {
            var sums = new double[small.size()];
            float[] images = large.heap();
            float[] weights = weight.heap();
            all((from, to, tap) -> sums[to] += (double) images[from] * weights[tap]);
            return sums;
        }

        double[] up() {
            var sums = new double[large.size()];
            float[] images = small.heap();
            float[] weights = weight.heap();
            all((to, from, tap) -> sums[to] += (double) images[from] * weights[tap]);
            return sums;
        }

        double[] weightGradient() {
            var sums = new double[weight.size()];
            float[] images = large.heap();
            float[] others = small.heap();
            all((one, other, tap) -> sums[tap] += (double) images[one] * others[other]);
            return sums;
        }
    }

    private static void assertClose(float[] actual, double[] expected) {
        double most = 0;
        for (double value : expected) {
            most = Math.max(most, Math.abs(value));
        }
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], Offset.offset(ERROR * most));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theWayDownIsThatOfLoops(Geometry geometry) {
        var map = new Fixture(geometry);
        Tensor result = memory.tensor(map.small.shape());
        map.passes.down(map.large, result, Optional.empty()).run();
        assertClose(result.heap(), map.down());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theWayUpIsThatOfLoops(Geometry geometry) {
        var map = new Fixture(geometry);
        Tensor result = memory.tensor(map.large.shape());
        map.passes.up(map.small, result).run();
        assertClose(result.heap(), map.up());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theGradientOfTheWeightsIsThatOfLoops(Geometry geometry) {
        var map = new Fixture(geometry);
        map.passes.weightGradient(map.large, map.small).run();
        assertClose(map.gradient.heap(), map.weightGradient());
    }

    @Test
    void aBiasIsAddedToEveryPixelOfItsChannel() {
        var map = new Fixture(geometries().getFirst());
        Tensor bias = drawn(SMALL);
        Tensor result = memory.tensor(map.small.shape());
        map.passes.down(map.large, result, Optional.of(bias)).run();
        double[] expected = map.down();
        int area = map.small.size() / BATCH / SMALL;
        for (int i = 0; i < expected.length; i++) {
            expected[i] += bias.heap()[i / area % SMALL];
        }
        assertClose(result.heap(), expected);
    }

    /** Spectra are kept: those of what has changed since must not be. */
    @Test
    void whatHasChangedIsTransformedAnew() {
        var map = new Fixture(geometries().get(1));
        Tensor result = memory.tensor(map.small.shape());
        Runnable down = map.passes.down(map.large, result, Optional.empty());
        down.run();
        draw(map.weight);
        down.run();
        assertClose(result.heap(), map.down());
        draw(map.large);
        down.run();
        assertClose(result.heap(), map.down());
        map.passes.weightGradient(map.large, map.small).run();
        draw(map.small);
        map.passes.weightGradient(map.large, map.small).run();
        assertClose(map.gradient.heap(), map.weightGradient());
    }

    @Test
    void imagesMayLieInEitherOrder() {
        var map = new Fixture(geometries().get(1));
        Tensor result = memory.tensor(map.small.shape());
        Runnable down = map.passes.down(map.large, result, Optional.empty());
        down.run();
        float[] first = result.heap().clone();
        map.large.heapToUpdate(Order.CHANNELS_LAST);
        down.run();
        assertThat(result.heap()).isEqualTo(first);
    }
}
