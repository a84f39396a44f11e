package org.ganatelier.text;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.experiment.layer.Windowed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A layer in words, as its card shows it. */
public final class LayerText {
    /** Of a singular value. */
    private static final int FIGURES = 3;

    /** Lines break behind a dot, never inside a part such as "stride 2". */
    private static final char TIED = '\u00a0';

    private static final String DOT = TIED + "· ";

    /** Fields that are the side of a square. */
    private static final Set<String> SIDES = Set.of("kernel", "pool");

    /** Fields that are shown even where they have their usual value. */
    private static final Set<String> ALWAYS_SAID = Set.of("stride");

    private LayerText() {}

    /** "Conv2D", in every language; an activation goes by its own name. */
    public static String name(LayerSpec layer) {
        return layer instanceof Activate(Activation activation)
                ? activation.title()
                : layer.title();
    }

    /** What a layer does, in one sentence. */
    public static String sentence(Words words, LayerSpec layer) {
        return layer instanceof Activate(Activation activation)
                ? ActivationText.sentence(words, activation)
                : sentence(words, layer.kind());
    }

    /** What layers of a kind do, in one sentence. */
    public static String sentence(Words words, Kind<LayerSpec> kind) {
        return words.say("layer." + kind.key() + ".sentence");
    }

    /** What stands behind the name, on its line: "+ ReLU", "×2"; or empty. */
    public static String tail(Words words, LayerSpec layer) {
        Kind<LayerSpec> kind = layer.kind();
        if (layer instanceof Activate(Activation.LeakyReLU(double slope))) {
            return words.say("layer.part.slope", "slope", NumberText.say(words, slope));
        }
        if (layer instanceof Activated activated && kind.purpose() == Purpose.NORMALIZATION) {
            return plus(words, activated.activation());
        }
        return words.say(
                "layer." + kind.key() + ".tail",
                kind.fields().stream()
                        .collect(
                                Collectors.toMap(
                                        Kind.Field::name,
                                        field -> shown(words, kind.value(layer, field)))));
    }

    private static Object shown(Words words, Object value) {
        return value instanceof Double number ? NumberText.say(words, number) : value;
    }

    /** The parameters, below the name: "16 filters · 4×4 · stride 2"; or empty. */
    public static String summary(Words words, LayerSpec layer) {
        boolean told =
                layer instanceof Weighted || layer instanceof Windowed || layer instanceof Reshape;
        return told
                ? join(
                        layer.kind().fields().stream()
                                .map(field -> part(words, layer, field))
                                .toList())
                : "";
    }

    /** One value; or empty where it goes without saying. */
    private static String part(Words words, LayerSpec layer, Kind.Field field) {
        Kind<LayerSpec> kind = layer.kind();
        Object value = kind.value(layer, field);
        return switch (value) {
            case Shape shape -> shape.toString();
            case Padding padding ->
                    padding.equals(unsaid(kind.purpose())) ? "" : padding(words, padding);
            case Activation activation ->
                    isLinear(activation) ? "" : ActivationText.say(words, activation);
            case Integer side when SIDES.contains(field.name()) -> side + "×" + side;
            default -> {
                boolean usual = value.equals(kind.omitted().get(field.name()));
                yield usual && !ALWAYS_SAID.contains(field.name())
                        ? ""
                        : words.say("layer.part." + Kind.kebab(field.name()), "n", value);
            }
        };
    }

    /**
     * The padding that goes without saying: a convolution keeps the size, as in most GANs, while
     * pooling is valid, as in Keras.
     */
    private static Padding unsaid(Purpose purpose) {
        return purpose == Purpose.POOLING ? Padding.VALID : Padding.SAME;
    }

    static String padding(Words words, Padding padding) {
        return switch (padding) {
            case Padding.Same _ -> words.say("layer.padding.same.name");
            case Padding.Valid _ -> words.say("layer.padding.valid.name");
            case Padding.Explicit(int pixels) -> words.say("layer.part.padding", "n", pixels);
        };
    }

    /** Name and parameters in one line, for a screen reader: "Conv2D, 16 filters, 4×4". */
    public static String spoken(Words words, LayerSpec layer) {
        return Stream.of(name(layer), tail(words, layer), summary(words, layer).replace(DOT, ", "))
                .map(text -> text.replace(TIED, ' '))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What weights are divided by, in three figures: "σ 1.83". */
    public static String sigma(Words words, double value) {
        boolean tiny = value < Math.pow(10, -FIGURES);
        int below = tiny ? 0 : FIGURES - 1 - (int) Math.floor(Math.log10(value));
        return "σ " + words.figure(value, Math.max(0, below));
    }

    /**
     * What that is, in a sentence.
     *
     * @param sigma as {@link #sigma} shows it
     */
    public static String sigmaHint(Words words, String sigma) {
        return words.say("layer.sigma.hint", "sigma", sigma);
    }

    private static String plus(Words words, Activation activation) {
        return isLinear(activation) ? "" : "+ " + ActivationText.say(words, activation);
    }

    private static boolean isLinear(Activation activation) {
        return activation instanceof Activation.Linear;
    }

    private static String join(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.replace(' ', TIED))
                .collect(Collectors.joining(DOT));
    }
}
