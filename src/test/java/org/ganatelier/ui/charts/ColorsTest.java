package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Overlays;
import org.ganatelier.ui.widget.RunSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who sees fewer colours, or none, tells both players' curves apart. */
class ColorsTest {
    /**
     * Matrices of complete protanopia, deuteranopia and tritanopia on linear RGB (Machado, Oliveira
     * and Fernandes 2009, "A physiologically-based model for simulation of color vision
     * deficiency").
     */
    private static final double[][][] BLINDNESS = {
        {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
        },
        {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
        },
        {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
        }
    };

    /**
     * In CIE Lab, 1976: about 2.3 is just seen with the colours side by side (Mahy et al. 1994);
     * ten times as much is seen on thin lines that lie apart.
     */
    private static final double SEEN = 23;

    /** Lines that carry signs too. */
    private static final double SEEN_WITH_SIGNS = 17;

    /** From the style sheet, and from the theme. */
    @ParameterizedTest
    @CsvSource({"#bc4c00, #0969da", "#f0883e, #58a6ff"})
    void everyColourBlindnessLeavesThemApart(String generator, String discriminator) {
        for (double[][] matrix : BLINDNESS) {
            assertThat(
                            difference(
                                    seen(Color.web(generator), matrix),
                                    seen(Color.web(discriminator), matrix)))
                    .isGreaterThan(SEEN);
        }
    }

    /** The players' colours, and those of overlaid runs in base.css. */
    @ParameterizedTest
    @CsvSource({
        "#bc4c00, #0969da, #00695c, #7b1fa2, #4e342e, #8d8d8d",
        "#f0883e, #58a6ff, #4de0a0, #a855b0, #f7ec6e, #8f8f8f"
    })
    void overlaidRunsAreToldApartFromAllOthers(ArgumentsAccessor colors) {
        for (double[][] matrix : BLINDNESS) {
            for (int i = 0; i < colors.size(); i++) {
                for (int k = 0; k < i; k++) {
                    assertThat(
                                    difference(
                                            seen(Color.web(colors.getString(i)), matrix),
                                            seen(Color.web(colors.getString(k)), matrix)))
                            .as("%s and %s", colors.get(i), colors.get(k))
                            .isGreaterThan(SEEN_WITH_SIGNS);
                }
            }
        }
    }

    @Test
    void theStyleSheetHasTheseColours() throws IOException {
        assertThat(Files.readString(Path.of("assets", "css", "base.css")))
                .contains("#4de0a0 49%, #00695c", "#a855b0 49%, #7b1fa2")
                .contains("#f7ec6e 49%, #4e342e", "#8f8f8f 49%, #8d8d8d");
    }

    @Test
    void inGreyOverlaidRunsHaveSignsOfTheirOwn() {
        assertThat(RunSign.values()).hasSize(Overlays.MOST);
    }

    @Test
    void inGreyTheLinesDiffer() {
        assertThat(Painter.dash(Side.GENERATOR)).isNotEqualTo(Painter.dash(Side.DISCRIMINATOR));
    }

    private static double difference(double[] one, double[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private static double[] seen(Color color, double[][] matrix) {
        return times(
                matrix,
                new double[] {
                    linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())
                });
    }

    private static double[] times(double[][] matrix, double[] rgb) {
        var product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                product[i] += matrix[i][k] * rgb[k];
            }
            product[i] = Math.clamp(product[i], 0, 1);
        }
        return product;
    }

    /** IEC 61966-2-1. */
    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** CIE 1976 under D65. */
    private static double[] lab(double[] rgb) {
        double[][] toXyz = {
            {0.4124564, 0.3575761, 0.1804375},
            {0.2126729, 0.7151522, 0.0721750},
            {0.0193339, 0.1191920, 0.9503041}
        };
        double[] white = {0.95047, 1, 1.08883};
        var f = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = 0;
            for (int k = 0; k < 3; k++) {
                part += toXyz[i][k] * rgb[k];
            }
            part /= white[i];
            f[i] = part > 216.0 / 24389 ? Math.cbrt(part) : (24389.0 / 27 * part + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }
}
