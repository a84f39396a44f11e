package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.model.Arithmetic;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.ReceptiveField;
import org.ganatelier.plan.model.SizeRule;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ArithmeticTextTest {
    private static final Words ENGLISH = Words.english();

    @Test
    void formulasAreWrittenAsPeopleWriteThem() {
        assertThat(say(new SizeRule.Painted(13, 2, 4, 0))).isEqualTo("(13 − 1) × 2 + 4 = 28");
        assertThat(say(new SizeRule.Painted(14, 2, 4, 2))).isEqualTo("(14 − 1) × 2 + 4 − 2 = 28");
        assertThat(say(new SizeRule.Window(28, 2, 4, 2))).isEqualTo("⌊(28 + 2 − 4) / 2⌋ + 1 = 14");
        assertThat(say(new SizeRule.Window(28, 0, 3, 1))).isEqualTo("28 − 3 + 1 = 26");
        assertThat(say(new SizeRule.Times(7, 2))).isEqualTo("7 × 2 = 14");
        assertThat(say(new SizeRule.Bordered(28, -1, -2))).isEqualTo("28 − 1 − 2 = 25");
        assertThat(say(new SizeRule.Flattened(7, 7, 32))).isEqualTo("7 × 7 × 32 = 1,568");
        assertThat(say(new SizeRule.Kept(7))).isEqualTo("7");
    }

    @Test
    void parametersAreMultipliedRowsFirst() {
        var kernel = ParameterPlan.trained("weight", Axes.OUT_IN_ROWS_COLUMNS, 32, 64, 3, 3);
        var bias = ParameterPlan.trained("bias", Axes.CHANNELS, 32);
        assertThat(ArithmeticText.parameters(ENGLISH, List.of(kernel, bias)))
                .contains("3 × 3 × 64 × 32 + 32 = 18,464 parameters");
        var other = ParameterPlan.trained("weight", Axes.IN_OUT_ROWS_COLUMNS, 64, 32, 4, 4);
        assertThat(ArithmeticText.parameters(ENGLISH, List.of(other)))
                .contains("4 × 4 × 64 × 32 = 32,768 parameters");
        var dense = ParameterPlan.trained("weight", Axes.IN_OUT, 100, 10);
        assertThat(ArithmeticText.parameters(ENGLISH, List.of(dense)))
                .contains("100 × 10 = 1,000 parameters");
        assertThat(ArithmeticText.parameters(ENGLISH, List.of())).isEmpty();
    }

    @Test
    void aWholeCardIsSaid() {
        var layer = new Conv2DTranspose(32, 4, 2, Padding.SAME, true, new Activation.Linear());
        var plan =
                new LayerPlan(
                        layer,
                        Optional.of(new Shape.Image(14, 14, 64)),
                        Optional.of(new Shape.Image(28, 28, 32)),
                        List.of(
                                ParameterPlan.trained(
                                        "weight", Axes.IN_OUT_ROWS_COLUMNS, 64, 32, 4, 4)));
        var field = new ReceptiveField(Side.GENERATOR, 2, 2, new Shape.Image(14, 14, 64));
        assertThat(
                        ArithmeticText.lines(
                                ENGLISH, Arithmetic.of(plan).orElseThrow(), Optional.of(field)))
                .containsExactly(
                        "Height and width: (14 − 1) × 2 + 4 − 2 = 28 (padding cuts off 2)",
                        "4 × 4 × 64 × 32 = 32,768 parameters",
                        "6,422,528 multiply-adds for each image",
                        "A pixel in the middle of the image is made from 2×2 of 14×14 places of"
                                + " this layer");
    }

    private static String say(SizeRule rule) {
        return ArithmeticText.formula(ENGLISH, rule);
    }
}
