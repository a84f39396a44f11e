package org.ganatelier.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.LayerWeights;
import org.junit.jupiter.api.Test;

/** Which number of a layer becomes which pixel. */
class TileMakerTest {
    @Test
    void eachChannelIsAPictureAndOnlyTheFirstSampleIsShown() {
        var values = new float[2 * 3 * 2 * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Tiles maps = TileMaker.ofOutput(new LayerOutput(2, new Shape.Image(2, 2, 3), values));
        assertThat(maps.count()).isEqualTo(3);
        assertThat(maps.value(2, 0, 3)).isEqualTo(11);
    }

    @Test
    void aVectorFillsRowsAndTheRestStaysFree() {
        Tiles vector = TileMaker.ofOutput(new LayerOutput(1, new Shape.Flat(40), ascending(40)));
        assertThat(vector.rows()).isEqualTo(2);
        assertThat(vector.value(0, 0, 39)).isEqualTo(39);
        assertThat(vector.value(0, 0, 40)).isNaN();
        assertThat(vector.reach()).isEqualTo(39);
    }

    /** [out 16, in 1, 4, 4]: each filter is a picture. */
    @Test
    void theFirstKernelsOfDAreImages() throws Exception {
        Plan plan = Planner.check(Presets.load("digits")).plan();
        Tiles filters = kernels(plan.discriminator(), Side.DISCRIMINATOR, 0);
        assertThat(filters.count()).isEqualTo(16);
        assertThat(filters.across()).isZero();
        assertThat(filters.value(3, 0, 5)).isEqualTo(3 * 16 + 5);
    }

    /** [out 32, in 16, 4, 4]: a row for each channel that comes out. */
    @Test
    void deeperKernelsAreATable() throws Exception {
        Plan plan = Planner.check(Presets.load("digits")).plan();
        Tiles table = kernels(plan.discriminator(), Side.DISCRIMINATOR, 1);
        assertThat(table.across()).isEqualTo(16);
        assertThat(table.count()).isEqualTo(16 * 16);
        assertThat(table.value(2 * 16 + 5, 0, 7)).isEqualTo((2 * 16 + 5) * 16 + 7);
    }

    /** [in 64, out 32, 4, 4] of a transposed one: the same table, from other places. */
    @Test
    void transposedKernelsAreTurned() throws Exception {
        NetworkPlan generator = Planner.check(Presets.load("dcgan")).plan().generator();
        int index = firstTransposed(generator);
        Tiles table = kernels(generator, Side.GENERATOR, index);
        assertThat(table.value(2 * 16 + 5, 0, 7)).isEqualTo((5 * 32 + 2) * 16 + 7);
    }

    /** D's dense layer sees pixels: [inputs, units], a picture for each unit. */
    @Test
    void weightsOfPixelsAreImages() throws Exception {
        NetworkPlan discriminator = Planner.check(Presets.load("mlp")).plan().discriminator();
        Tiles images = kernels(discriminator, Side.DISCRIMINATOR, 1);
        int units = images.count();
        assertThat(images.rows()).isEqualTo(28);
        assertThat(images.value(3, 0, 29)).isEqualTo(29 * units + 3);
    }

    private static int firstTransposed(NetworkPlan network) {
        for (int i = 0; i < network.layers().size(); i++) {
            boolean is =
                    network.layers().get(i).parameters().stream()
                            .anyMatch(p -> p.axes() == Axes.IN_OUT_ROWS_COLUMNS);
            if (is) {
                return i;
            }
        }
        throw new AssertionError("There is no transposed convolution");
    }

    /** Each number is its own place. */
    private static Tiles kernels(NetworkPlan network, Side side, int index) {
        ParameterPlan plan = network.layers().get(index).parameters().getFirst();
        var kernel = new LayerWeights.Named(plan, ascending((int) plan.count()));
        return TileMaker.ofKernels(kernel, side, index, network);
    }

    private static float[] ascending(int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }
}
