package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.junit.jupiter.api.Test;

final class LayerTextTest {
    private static final Words WORDS = Words.english();
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);

    @Test
    void aCardSaysTheParametersThatMatter() {
        assertThat(summary(new Conv2D(16, 4, 2, Padding.SAME, true, LEAKY)))
                .isEqualTo("16 filters · 4×4 · stride 2 · LeakyReLU 0.2");
        assertThat(summary(new Conv2DTranspose(1, 5, 1, Padding.VALID, false, LINEAR)))
                .isEqualTo("1 filter · 5×5 · stride 1 · valid · no bias");
        assertThat(summary(new Dense(1, true, LEAKY).withSpectralNorm(true)))
                .isEqualTo("1 unit · spectral norm · LeakyReLU 0.2");
        assertThat(LayerText.tail(WORDS, new PixelShuffle(2))).isEqualTo("×2");
        assertThat(LayerText.tail(WORDS, new MinibatchStdDev(4))).isEqualTo("groups of 4");
        assertThat(summary(new Dense(1568, false, LINEAR))).isEqualTo("1,568 units · no bias");
        assertThat(summary(new Dense(1, true, new Activation.Tanh()))).isEqualTo("1 unit · tanh");
        assertThat(summary(new Reshape(new Shape.Image(7, 7, 32)))).isEqualTo("7×7×32");
        assertThat(
                        summary(
                                new Conv2DTranspose(9, 3, 2, Padding.SAME, true, LINEAR)
                                        .withOutputPadding(1)))
                .isEqualTo("9 filters · 3×3 · stride 2 · output padding 1");
        assertThat(summary(new DepthwiseConv2D(2, 3, 1, Padding.SAME, false, LEAKY)))
                .isEqualTo("2 per channel · 3×3 · stride 1 · no bias · LeakyReLU 0.2");
        assertThat(summary(new SeparableConv2D(9, 1, 3, 2, Padding.SAME, true, LINEAR)))
                .isEqualTo("9 filters · 3×3 · stride 2");
        assertThat(summary(new MaxPool(3, 2, new Padding.Explicit(1))))
                .isEqualTo("3×3 · stride 2 · padding 1");
        assertThat(summary(new MaxPool(2, 2, Padding.VALID))).isEqualTo("2×2 · stride 2");
        assertThat(summary(new AveragePool(3, 2, Padding.SAME))).isEqualTo("3×3 · stride 2 · same");
    }

    @Test
    void whatIsShortStandsBehindTheName() {
        assertThat(LayerText.tail(WORDS, new BatchNorm(0.9, 1e-5, new Activation.ReLU())))
                .isEqualTo("+ ReLU");
        assertThat(LayerText.tail(WORDS, new LayerNorm(1e-5, LINEAR))).isEmpty();
        assertThat(LayerText.tail(WORDS, new Dropout(0.3))).isEqualTo("0.3");
        assertThat(LayerText.tail(WORDS, new GaussianNoise(0.1))).isEqualTo("σ 0.1");
        assertThat(LayerText.tail(WORDS, new UpSampling2D(2))).isEqualTo("×2");
    }

    @Test
    void sigmaHasThreeFigures() {
        assertThat(LayerText.sigma(Words.english(), 1.8349)).isEqualTo("σ 1.83");
        assertThat(LayerText.sigma(Words.english(), 12.06)).isEqualTo("σ 12.1");
        assertThat(LayerText.sigma(Words.english(), 0.5)).isEqualTo("σ 0.500");
        assertThat(LayerText.sigma(Words.english(), 4.13e30)).isEqualTo("σ 4.1e30");
        assertThat(LayerText.sigma(Words.of(Language.GERMAN), 1.8349)).isEqualTo("σ 1,83");
    }

    @Test
    void anActivationGoesByItsOwnName() {
        assertThat(LayerText.name(new Activate(LEAKY))).isEqualTo("LeakyReLU");
        assertThat(LayerText.tail(WORDS, new Activate(LEAKY))).isEqualTo("slope 0.2");
    }

    @Test
    void aLineNeverBreaksInsideAPart() {
        String summary = LayerText.summary(WORDS, new Conv2D(16, 4, 2, Padding.SAME, false, LEAKY));
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
        assertThat(LayerText.spoken(WORDS, new Conv2D(16, 4, 2, Padding.SAME, true, LEAKY)))
                .isEqualTo("Conv2D, 16 filters, 4×4, stride 2, LeakyReLU 0.2");
        assertThat(LayerText.spoken(WORDS, new Flatten())).isEqualTo("Flatten");
    }

    private static String summary(LayerSpec layer) {
        return LayerText.summary(WORDS, layer).replace('\u00a0', ' ');
    }
}
