package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Numbers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Activations as the user meets them. */
public final class Activations {
    private Activations() {}

    /** One of each with its usual values, but this one, as it is, in its own place. */
    static List<Activation> allWith(Activation now) {
        return Activation.kinds().stream()
                .map(kind -> kind.equals(now.kind()) ? now : kind.usual())
                .toList();
    }

    /** Name and parameters: "LeakyReLU 0.2". */
    static String text(Activation activation, Words words) {
        return Stream.concat(Stream.of(activation.title()), values(activation, words))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> values(Activation activation, Words words) {
        Kind<Activation> kind = activation.kind();
        return kind.fields().stream()
                .map(field -> Numbers.text(words, (double) kind.value(activation, field)));
    }

    /** What it does, in one sentence. */
    public static String sentence(Activation activation, Words words) {
        return words.say("layer.activation." + activation.kind().key() + ".sentence");
    }

    /** What a layer's values have gone through when they leave it. */
    static Activation after(LayerSpec layer) {
        return layer instanceof Activated activated
                ? activated.activation()
                : new Activation.Linear();
    }

    static boolean isLinear(Activation activation) {
        return activation instanceof Activation.Linear;
    }
}
