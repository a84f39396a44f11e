package org.ganatelier.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.junit.jupiter.api.Test;

final class LayerTextsTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);

    @Test
    void aCardSaysTheParametersThatMatter() {
        assertThat(summary(new LayerSpec.Conv2D(16, 4, 2, Padding.SAME, true, LEAKY)))
                .isEqualTo("16 filters · 4×4 · stride 2 · LeakyReLU 0.2");
        assertThat(summary(new LayerSpec.Conv2DTranspose(1, 5, 1, Padding.VALID, false, LINEAR)))
                .isEqualTo("1 filter · 5×5 · stride 1 · valid · no bias");
        assertThat(summary(new LayerSpec.Dense(1, true, LEAKY).withSpectralNorm(true)))
                .isEqualTo("1 unit · spectral norm · LeakyReLU 0.2");
        assertThat(LayerTexts.tail(new LayerSpec.PixelShuffle(2))).isEqualTo("×2");
        assertThat(LayerTexts.tail(new LayerSpec.MinibatchStdDev(4))).isEqualTo("groups of 4");
        assertThat(summary(new LayerSpec.Dense(1568, false, LINEAR)))
                .isEqualTo("1,568 units · no bias");
        assertThat(summary(new LayerSpec.Dense(1, true, new Activation.Tanh())))
                .isEqualTo("1 unit · tanh");
        assertThat(summary(new LayerSpec.Reshape(new Shape.Image(7, 7, 32)))).isEqualTo("7×7×32");
        assertThat(summary(new LayerSpec.MaxPool(2, 2, Padding.VALID))).isEqualTo("2×2 · stride 2");
        assertThat(summary(new LayerSpec.AveragePool(3, 2, Padding.SAME)))
                .isEqualTo("3×3 · stride 2 · same");
    }

    @Test
    void whatIsShortStandsBehindTheName() {
        assertThat(LayerTexts.tail(new LayerSpec.BatchNorm(0.9, 1e-5, new Activation.ReLU())))
                .isEqualTo("+ ReLU");
        assertThat(LayerTexts.tail(new LayerSpec.LayerNorm(1e-5, LINEAR))).isEmpty();
        assertThat(LayerTexts.tail(new LayerSpec.Dropout(0.3))).isEqualTo("0.3");
        assertThat(LayerTexts.tail(new LayerSpec.GaussianNoise(0.1))).isEqualTo("σ 0.1");
        assertThat(LayerTexts.tail(new LayerSpec.UpSampling2D(2))).isEqualTo("×2");
    }

    @Test
    void sigmaHasThreeFigures() {
        assertThat(LayerTexts.sigma(1.8349)).isEqualTo("σ 1.83");
        assertThat(LayerTexts.sigma(12.06)).isEqualTo("σ 12.1");
        assertThat(LayerTexts.sigma(0.5)).isEqualTo("σ 0.500");
    }

    @Test
    void anActivationGoesByItsOwnName() {
        assertThat(LayerTexts.name(new LayerSpec.Activate(LEAKY))).isEqualTo("LeakyReLU");
        assertThat(LayerTexts.tail(new LayerSpec.Activate(LEAKY))).isEqualTo("slope 0.2");
    }

    @Test
    void aLineNeverBreaksInsideAPart() {
        String summary =
                LayerTexts.summary(new LayerSpec.Conv2D(16, 4, 2, Padding.SAME, false, LEAKY));
        assertThat(summary.split(" ", -1))
                .containsExactly(
                        "16\u00a0filters\u00a0·",
                        "4×4\u00a0·",
                        "stride\u00a02\u00a0·",
                        "no\u00a0bias\u00a0·",
                        "LeakyReLU\u00a00.2");
    }

    @Test
    void aScreenReaderHearsOneLine() {
        assertThat(LayerTexts.spoken(new LayerSpec.Conv2D(16, 4, 2, Padding.SAME, true, LEAKY)))
                .isEqualTo("Conv2D, 16 filters, 4×4, stride 2, LeakyReLU 0.2");
        assertThat(LayerTexts.spoken(new LayerSpec.Flatten())).isEqualTo("Flatten");
    }

    private static String summary(LayerSpec layer) {
        return LayerTexts.summary(layer).replace('\u00a0', ' ');
    }
}
