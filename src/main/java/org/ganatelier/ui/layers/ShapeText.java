package org.ganatelier.ui.layers;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Numbers;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/** Shapes as people type and read them. */
public final class ShapeText {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[×xX*]\\s*");
    private static final int DIMENSIONS = 3;

    private ShapeText() {}

    /**
     * Reads "7×7×32", "7x7x32" or "7*7*32" as an image, "1568" as a vector.
     *
     * @throws InvalidValue where it is no shape
     */
    static Shape parse(String text) {
        String[] parts = BETWEEN.split(text.strip(), -1);
        try {
            if (parts.length == 1) {
                return new Shape.Flat(Numbers.parseWhole(parts[0]));
            }
            if (parts.length == DIMENSIONS) {
                return new Shape.Image(
                        Numbers.parseWhole(parts[0]),
                        Numbers.parseWhole(parts[1]),
                        Numbers.parseWhole(parts[2]));
            }
        } catch (IllegalArgumentException notNumbers) {
            throw notAShape(notNumbers);
        }
        throw notAShape(null);
    }

    private static InvalidValue notAShape(@Nullable Throwable cause) {
        var wrong = new InvalidValue(new InvalidValue.Reason.NotAShape());
        wrong.initCause(cause);
        return wrong;
    }

    /** What the numbers mean: "14 rows × 14 columns × 16 channels: 3,136 values". */
    public static String explained(Shape shape, Words words) {
        return switch (shape) {
            case Shape.Flat(int units) -> words.say("layer.shape.vector", "n", units);
            case Shape.Image(int height, int width, int channels) ->
                    words.say(
                            "layer.shape.image",
                            Map.of(
                                    "height", height,
                                    "width", width,
                                    "channels", channels,
                                    "n", shape.size()));
        };
    }
}
