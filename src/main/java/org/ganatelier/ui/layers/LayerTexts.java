package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A layer in words, as its card shows it. */
public final class LayerTexts {
    /** Lines break behind a dot, never inside a part such as "stride 2". */
    private static final char TIED = '\u00a0';

    private static final String DOT = TIED + "· ";

    private LayerTexts() {}

    /** "Conv2D", in every language; an activation goes by its own name. */
    public static String name(LayerSpec layer) {
        return layer instanceof Activate(Activation activation)
                ? activation.title()
                : layer.title();
    }

    /** What a layer does, in one sentence. */
    public static String sentence(LayerSpec layer, Words words) {
        return layer instanceof Activate(Activation activation)
                ? Activations.sentence(activation, words)
                : sentence(layer.kind(), words);
    }

    static String sentence(Kind<LayerSpec> kind, Words words) {
        return words.say("layer." + kind.key() + ".sentence");
    }

    /** What stands behind the name, on its line: "+ ReLU", "×2"; or empty. */
    public static String tail(LayerSpec layer, Words words) {
        Kind<LayerSpec> kind = layer.kind();
        if (layer instanceof Activate(Activation.LeakyReLU(double slope))) {
            return words.say("layer.part.slope", "slope", Numbers.text(slope));
        }
        if (layer instanceof Activated activated && kind.purpose() == Purpose.NORMALIZATION) {
            return plus(activated.activation());
        }
        return words.say(
                "layer." + kind.key() + ".tail",
                kind.fields().stream()
                        .collect(
                                Collectors.toMap(
                                        Kind.Field::name,
                                        field -> shown(kind.value(layer, field)))));
    }

    private static Object shown(Object value) {
        return value instanceof Double number ? Numbers.text(number) : value;
    }

    /** The parameters, below the name: "16 filters · 4×4 · stride 2"; or empty. */
    public static String summary(LayerSpec layer, Words words) {
        var parts = new ArrayList<String>();
        if (layer instanceof Reshape reshape) {
            parts.add(reshape.target().toString());
        }
        if (layer instanceof Weighted weighted) {
            String key = layer instanceof Dense ? "layer.part.units" : "layer.part.filters";
            parts.add(words.say(key, "n", weighted.width()));
        }
        if (layer instanceof Windowed windowed) {
            Window window = windowed.window();
            parts.add(window.size() + "×" + window.size());
            parts.add(words.say("layer.part.stride", "n", window.stride()));
            if (layer instanceof Conv2D conv && conv.dilation() > 1) {
                parts.add(words.say("layer.part.dilation", "n", conv.dilation()));
            }
            if (!window.padding().equals(unsaid(layer))) {
                parts.add(padding(window.padding(), words));
            }
            if (layer instanceof Conv2DTranspose conv && conv.outputPadding() > 0) {
                parts.add(words.say("layer.part.output-padding", "n", conv.outputPadding()));
            }
        }
        if (layer instanceof Weighted weighted) {
            parts.add(weighted.bias() ? "" : words.say("layer.part.no-bias"));
            parts.add(weighted.spectralNorm() ? words.say("layer.part.spectral") : "");
            parts.add(bend(layer));
        }
        return join(parts);
    }

    /**
     * The padding that goes without saying: a convolution keeps the size, as in most GANs, while
     * pooling is valid, as in Keras.
     */
    private static Padding unsaid(LayerSpec layer) {
        return layer instanceof Weighted ? Padding.SAME : Padding.VALID;
    }

    static String padding(Padding padding, Words words) {
        return switch (padding) {
            case Padding.Same _ -> words.say("layer.padding.same.name");
            case Padding.Valid _ -> words.say("layer.padding.valid.name");
            case Padding.Explicit(int pixels) -> words.say("layer.part.padding", "n", pixels);
        };
    }

    /** Name and parameters in one line, for a screen reader: "Conv2D, 16 filters, 4×4". */
    public static String spoken(LayerSpec layer, Words words) {
        return Stream.of(name(layer), tail(layer, words), summary(layer, words).replace(DOT, ", "))
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
    public static String sigmaHint(String sigma, Words words) {
        return words.say("layer.sigma.hint", "sigma", sigma);
    }

    private static String plus(Activation activation) {
        return Activations.isLinear(activation) ? "" : "+ " + Activations.text(activation);
    }

    /** The activation inside a layer, unless it is linear. */
    private static String bend(LayerSpec layer) {
        Activation activation = Activations.after(layer);
        return Activations.isLinear(activation) ? "" : Activations.text(activation);
    }

    private static String join(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.replace(' ', TIED))
                .collect(Collectors.joining(DOT));
    }
}
