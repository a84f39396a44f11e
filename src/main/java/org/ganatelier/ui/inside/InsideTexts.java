package org.ganatelier.ui.inside;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.text.Words;

import java.util.Map;

/** Figures of a layer in words. */
final class InsideTexts {
    private static final int FIGURES = 3;

    private InsideTexts() {}

    /** Three figures: "0.0123", "4.51", "1.2e-7". */
    static String figure(double value, Words words) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(size));
        if (exponent < -FIGURES - 1 || exponent > 2 * FIGURES) {
            return words.power(value, 1);
        }
        return words.decimal(value, Math.max(0, FIGURES - 1 - exponent));
    }

    /** Where a value stands. */
    static String place(Shape shape, int tile, int place, Words words) {
        return switch (shape) {
            case Shape.Image image ->
                    words.say(
                            "inside.place.image",
                            Map.of(
                                    "map", tile + 1,
                                    "row", place / image.width() + 1,
                                    "column", place % image.width() + 1));
            case Shape.Flat _ -> words.say("inside.place.value", "n", place + 1);
        };
    }
}
