package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.ui.widget.Numbers;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A layer in words, as its card shows it. */
public final class LayerTexts {
    /** Lines break behind a dot, never inside a part such as "stride 2". */
    private static final char TIED = '\u00a0';

    private static final String DOT = TIED + "· ";

    private LayerTexts() {}

    /** "Conv2D"; an activation goes by its own name. */
    public static String name(LayerSpec layer) {
        return layer instanceof Activate(Activation activation)
                ? Activations.name(activation)
                : LayerKind.of(layer).title();
    }

    /** What stands behind the name, on its line: "+ ReLU"; or empty. */
    public static String tail(LayerSpec layer) {
        return switch (layer) {
            case BatchNorm(double momentum, double epsilon, Activation activation) ->
                    plus(activation);
            case LayerNorm(double epsilon, Activation activation) -> plus(activation);
            case Activate(Activation.LeakyReLU(double slope)) -> "slope " + Numbers.text(slope);
            case Activate activate -> "";
            case Dropout(double rate) -> Numbers.text(rate);
            case GaussianNoise(double deviation) -> "σ " + Numbers.text(deviation);
            case UpSampling2D(int size) -> "×" + size;
            case PixelShuffle(int factor) -> "×" + factor;
            case MinibatchStdDev(int groupSize) -> "groups of " + groupSize;
            case Dense dense -> "";
            case Conv2D conv -> "";
            case Conv2DTranspose conv -> "";
            case Reshape reshape -> "";
            case Flatten flatten -> "";
            case MaxPool pool -> "";
            case AveragePool pool -> "";
            case GlobalAveragePool pool -> "";
        };
    }

    /** The parameters, below the name: "16 filters · 4×4 · stride 2"; or empty. */
    public static String summary(LayerSpec layer) {
        return switch (layer) {
            case Dense(int units, boolean bias, boolean spectral, Activation a) ->
                    join(count(units, "unit"), bias(bias), spectral(spectral), shown(a));
            case Conv2D c ->
                    join(
                            count(c.filters(), "filter"),
                            window(c.kernel()),
                            "stride " + c.stride(),
                            padded(c.padding()),
                            bias(c.bias()),
                            spectral(c.spectralNorm()),
                            shown(c.activation()));
            case Conv2DTranspose c ->
                    join(
                            count(c.filters(), "filter"),
                            window(c.kernel()),
                            "stride " + c.stride(),
                            padded(c.padding()),
                            bias(c.bias()),
                            spectral(c.spectralNorm()),
                            shown(c.activation()));
            case Reshape reshape -> reshape.target().toString();
            case MaxPool(int pool, int stride, Padding padding) ->
                    join(window(pool), "stride " + stride, pooling(padding));
            case AveragePool(int pool, int stride, Padding padding) ->
                    join(window(pool), "stride " + stride, pooling(padding));
            case UpSampling2D up -> "";
            case PixelShuffle shuffle -> "";
            case MinibatchStdDev deviation -> "";
            case BatchNorm norm -> "";
            case LayerNorm norm -> "";
            case Activate activate -> "";
            case Dropout dropout -> "";
            case GaussianNoise noise -> "";
            case Flatten flatten -> "";
            case GlobalAveragePool pool -> "";
        };
    }

    /** Name and parameters in one line, for a screen reader: "Conv2D, 16 filters, 4×4". */
    public static String spoken(LayerSpec layer) {
        return Stream.of(name(layer), tail(layer), summary(layer).replace(DOT, ", "))
                .map(text -> text.replace(TIED, ' '))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What weights are divided by, in three figures: "σ 1.83". */
    public static String sigma(double value) {
        return String.format(Locale.ROOT, "σ %.3g", value);
    }

    /**
     * What that is, in a sentence.
     *
     * @param sigma as {@link #sigma} shows it
     */
    public static String sigmaHint(String sigma) {
        return sigma
                + " (sigma): the largest singular value of these weights, by which they are"
                + " divided (Miyato et al. 2018, arXiv:1802.05957).";
    }

    /** Padding goes without saying where it keeps the size, as in most GANs. */
    private static String padded(Padding padding) {
        return padding == Padding.VALID ? "valid" : "";
    }

    /** Pooling is valid unless it says otherwise, as in Keras. */
    private static String pooling(Padding padding) {
        return padding == Padding.SAME ? "same" : "";
    }

    private static String plus(Activation activation) {
        return Activations.isLinear(activation) ? "" : "+ " + Activations.text(activation);
    }

    private static String shown(Activation activation) {
        return Activations.isLinear(activation) ? "" : Activations.text(activation);
    }

    private static String bias(boolean bias) {
        return bias ? "" : "no bias";
    }

    private static String spectral(boolean on) {
        return on ? "spectral norm" : "";
    }

    private static String window(int side) {
        return side + "×" + side;
    }

    private static String count(int number, String thing) {
        return Numbers.grouped(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private static String join(String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .map(part -> part.replace(' ', TIED))
                .collect(Collectors.joining(DOT));
    }
}
