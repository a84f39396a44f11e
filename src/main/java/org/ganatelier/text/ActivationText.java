package org.ganatelier.text;

import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An activation in words. */
public final class ActivationText {
    private ActivationText() {}

    /** Name and parameters: "LeakyReLU 0.2". */
    public static String say(Words words, Activation activation) {
        Kind<Activation> kind = activation.kind();
        Stream<String> values =
                kind.fields().stream()
                        .map(
                                field ->
                                        NumberText.say(
                                                words, (double) kind.value(activation, field)));
        return Stream.concat(Stream.of(activation.title()), values)
                .collect(Collectors.joining(" "));
    }

    /** What it does, in one sentence. */
    public static String sentence(Words words, Activation activation) {
        return words.say("layer.activation." + activation.kind().key() + ".sentence");
    }
}
