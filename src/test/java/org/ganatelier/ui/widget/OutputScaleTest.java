package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;

import java.util.List;

class OutputScaleTest {
    private static final List<float[]> SCORES =
            List.of(new float[] {-40, Float.NaN, 3}, new float[] {2, 17});

    @Test
    void aChanceLiesBetweenZeroAndOneWhateverIsSeen() {
        OutputScale scale = OutputScale.of(ScoreMeaning.CHANCE, List.of(new float[] {0.4f}));
        assertThat(scale).isEqualTo(new OutputScale(0, 1));
        assertThat(scale.place(0.25)).isEqualTo(0.25);
    }

    /** Real and generated ones together: one alone says nothing. */
    @Test
    void whereOnlyDifferencesMeanSomethingTheScoresMakeTheScale() {
        OutputScale scale = OutputScale.of(ScoreMeaning.GAP, SCORES);
        assertThat(scale).isEqualTo(new OutputScale(-40, 17));
        assertThat(scale.place(17)).isEqualTo(1);
    }

    @Test
    void equalScoresLieInTheMiddle() {
        OutputScale scale = OutputScale.of(ScoreMeaning.GAP, List.of(new float[] {5, 5}));
        assertThat(scale.place(5)).isEqualTo(0.5);
    }

    @Test
    void labelsHaveAsManyDigitsAsTellThemApart() {
        Words words = Words.english();
        assertThat(new OutputScale(0, 1).label(0.5, words)).isEqualTo("0.5");
        assertThat(new OutputScale(-40, 17).label(-11.5, words)).isEqualTo("−11.5");
        assertThat(new OutputScale(0.001, 0.005).label(0.003, words)).isEqualTo("0.0030");
        assertThat(new OutputScale(-4e-6, 6e-6).label(-4e-6, words)).isEqualTo("−4.0e-6");
        assertThat(new OutputScale(-4e-6, 4e-6).label(0, words)).isEqualTo("0.0000");
    }

    @Test
    void theEndsOfTheColoursAreOrangeAndBlue() {
        assertThat(red(OutputColours.of(0))).isGreaterThan(blue(OutputColours.of(0)));
        assertThat(blue(OutputColours.of(1))).isGreaterThan(red(OutputColours.of(1)));
        assertThat(OutputColours.of(7)).isEqualTo(OutputColours.of(1));
        assertThat(red(OutputColours.of(0.5))).isEqualTo(blue(OutputColours.of(0.5)));
    }

    /** Without heat a colour stays; heat of either sign goes to different colours. */
    @Test
    void warmIsBrighterAndColdIsDarker() {
        int grey = 0xFF808080;
        assertThat(HeatColours.over(grey, 0)).isEqualTo(grey);
        assertThat(red(HeatColours.over(grey, 1))).isGreaterThan(blue(HeatColours.over(grey, 1)));
        assertThat(blue(HeatColours.over(grey, -1))).isGreaterThan(red(HeatColours.over(grey, -1)));
    }

    private static int red(int argb) {
        return argb >> 16 & 0xFF;
    }

    private static int blue(int argb) {
        return argb & 0xFF;
    }
}
