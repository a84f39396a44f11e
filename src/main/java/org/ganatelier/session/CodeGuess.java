package org.ganatelier.session;

import java.util.regex.Pattern;

/** Whether a text is probably the code of a model: its reader finds out whether it is. */
public final class CodeGuess {
    /** More of a text is not looked at. */
    private static final int ENOUGH = 100_000;

    /** What builds layers in Keras and in PyTorch: a call by one of the names that both use. */
    private static final Pattern LAYERS =
            Pattern.compile(
                    "\\b(Sequential|Dense|Conv2D|Conv2DTranspose|SeparableConv2D|Flatten|Reshape"
                            + "|LeakyReLU|BatchNormalization|Linear|Conv2d|ConvTranspose2d"
                            + "|BatchNorm[12]d|Unflatten)\\s*\\(");

    private CodeGuess() {}

    /** Whether it builds any layer. */
    public static boolean isModel(String text) {
        return LAYERS.matcher(text.substring(0, Math.min(text.length(), ENOUGH))).find();
    }
}
