package org.ganatelier.text;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.PartialShape;
import org.ganatelier.plan.model.Violation;

import java.util.HashMap;
import java.util.Map;

/** Says what keeps an experiment from being trained. */
public final class ProblemText {
    /** Nobody reads longer numbers. */
    private static final long LONGEST = 999_999_999_999L;

    private static final long MEGABYTE = 1 << 20;

    private ProblemText() {}

    /** One or two clauses that a beginner understands, without a full stop. */
    public static String message(Words words, Violation violation) {
        return switch (violation) {
            case Violation.NeedsVector(var layer, PartialShape in) ->
                    words.say("problem.needs-vector", shape(words, "in", in, layer.title()));
            case Violation.NeedsImage(var layer, PartialShape in) ->
                    words.say("problem.needs-image", shape(words, "in", in, layer.title()));
            case Violation.WrongSize(Shape target, Shape in) -> wrongSize(words, target, in);
            case Violation.WindowTooLarge(int window, Shape.Image in) ->
                    words.say(
                            "problem.window-too-large",
                            Map.of("window", window, "height", in.height(), "width", in.width()));
            case Violation.PaddingTooLarge(int padding, int window) ->
                    words.say(
                            "problem.padding-too-large",
                            "padding",
                            number(words, padding),
                            "window",
                            number(words, window));
            case Violation.OutputPaddingTooLarge(int padding, int stride) ->
                    words.say(
                            "problem.output-padding-too-large",
                            "padding",
                            number(words, padding),
                            "stride",
                            number(words, stride));
            case Violation.NothingLeft(var layer, Shape.Image in) ->
                    words.say(
                            "problem.nothing-left",
                            Map.of(
                                    "layer",
                                    layer.title(),
                                    "height",
                                    in.height(),
                                    "width",
                                    in.width()));
            case Violation.IndivisibleChannels(int channels, int factor) ->
                    words.say(
                            "problem.indivisible-channels",
                            Map.of(
                                    "channels",
                                    channels,
                                    "factor",
                                    factor,
                                    "share",
                                    number(words, (long) factor * factor)));
            case Violation.TooMuch(Violation.TooMuch.Measure measure, long actual) ->
                    limit(words, key(measure), actual, measure.limit());
            case Violation.NotAnImage(PartialShape out, Shape.Image data) ->
                    words.say("problem.not-an-image", shape(words, "out", out, data.toString()));
            case Violation.NotAPoint(PartialShape out, Shape.Flat data) ->
                    words.say("problem.not-a-point", shape(words, "out", out, data.toString()));
            case Violation.WrongPixels(Shape.Image made, Shape.Image data) ->
                    words.say(
                            "problem.wrong-pixels",
                            Map.of(
                                    "height",
                                    made.height(),
                                    "width",
                                    made.width(),
                                    "dataHeight",
                                    data.height(),
                                    "dataWidth",
                                    data.width()));
            case Violation.WrongChannels(int made, Shape.Image data) ->
                    words.say("problem.wrong-channels", "made", made, "data", data.channels());
            case Violation.NoBlack(Activation activation) ->
                    words.say("problem.no-black", "activation", activation.title());
            case Violation.NotOneScore(PartialShape out) ->
                    words.say("problem.not-one-score", shape(words, "out", out, ""));
            case Violation.NotAScore(var layer) -> notAScore(words, layer);
            case Violation.DisturbsPenalty(var layer, var trouble) ->
                    words.say(
                            switch (trouble) {
                                case MIXES -> "problem.disturbs-penalty.mixes";
                                case RANDOM -> "problem.disturbs-penalty.random";
                                case UNPAIRS -> "problem.disturbs-penalty.unpairs";
                            },
                            "layer",
                            layer.title());
            case Violation.DependsOnBatch(var layer) ->
                    words.say("problem.depends-on-batch", "layer", layer.title());
            case Violation.NoLabels(var data) ->
                    words.say("problem.no-labels", "data", DataTitle.of(words, data));
            case Violation.TooManyClasses(int actual) ->
                    limit(words, "problem.too-many-classes", actual, Limits.CLASSES);
            case Violation.NoProjection(var layer) ->
                    words.say("problem.no-projection", "layer", layer.title());
            case Violation.Empty(var side) ->
                    words.say(
                            switch (side) {
                                case GENERATOR -> "problem.empty.generator";
                                case DISCRIMINATOR -> "problem.empty.discriminator";
                            });
            case Violation.TooManyLayers(int actual) ->
                    limit(words, "problem.too-many-layers", actual, Limits.LAYERS);
            case Violation.TooManyParameters(long actual) ->
                    limit(words, "problem.too-many-parameters", actual, Limits.PARAMETERS);
            case Violation.TooMuchMemory(long bytes) ->
                    limit(
                            words,
                            "problem.too-much-memory",
                            bytes / MEGABYTE,
                            Limits.RUN_BYTES / MEGABYTE);
            case Violation.BatchTooLarge(int actual) ->
                    limit(words, "problem.batch-too-large", actual, Limits.BATCH);
            case Violation.LatentTooLarge(int actual) ->
                    limit(words, "problem.latent-too-large", actual, Limits.LATENT);
            case Violation.DataTooLarge(Shape data) ->
                    words.say(
                            "problem.data-too-large",
                            Map.of(
                                    "shape",
                                    data.toString(),
                                    "actual",
                                    number(words, data.size()),
                                    "limit",
                                    number(words, Limits.IMAGE_VALUES)));
        };
    }

    private static String notAScore(Words words, LayerSpec layer) {
        if (!(layer instanceof Activated activated)) {
            return words.say("problem.not-a-score.other", "activation", layer.title());
        }
        return activated.activation() instanceof Activation.Sigmoid
                ? words.say("problem.not-a-score.sigmoid")
                : words.say(
                        "problem.not-a-score.other", "activation", activated.activation().title());
    }

    private static String wrongSize(Words words, Shape target, Shape in) {
        return words.say(
                "problem.wrong-size",
                Map.of(
                        "kind",
                        switch (target) {
                            case Shape.Image _ -> "image";
                            case Shape.Flat _ -> "vector";
                        },
                        "target",
                        target.toString(),
                        "wanted",
                        number(words, target.size()),
                        "actual",
                        number(words, in.size())));
    }

    private static String key(Violation.TooMuch.Measure measure) {
        return switch (measure) {
            case UNITS -> "problem.too-many-units";
            case FILTERS -> "problem.too-many-filters";
            case WINDOW -> "problem.window-above-limit";
            case STRIDE -> "problem.stride-above-limit";
            case FACTOR -> "problem.factor-above-limit";
            case VALUES -> "problem.too-many-values";
        };
    }

    private static String limit(Words words, String key, long actual, long limit) {
        return words.say(key, "actual", number(words, actual), "limit", number(words, limit));
    }

    /**
     * The arguments of a message about a shape: its kind under {@code name}, for a select, then its
     * size and its number of values.
     *
     * @param subject what the message is about
     */
    private static Map<String, Object> shape(
            Words words, String name, PartialShape shape, String subject) {
        var arguments = new HashMap<String, Object>();
        arguments.put(
                name,
                switch (shape) {
                    case PartialShape.Exact(Shape.Image _) -> "image";
                    case PartialShape.Exact(Shape.Flat(int units)) ->
                            units == 1 ? "value" : "vector";
                    case PartialShape.SomeImage _ -> "someImage";
                    case PartialShape.SomeVector _ -> "someVector";
                });
        arguments.put("size", shape.known().map(Shape::toString).orElse(""));
        arguments.put("values", number(words, shape.size()));
        arguments.put("subject", subject);
        return arguments;
    }

    private static String number(Words words, long number) {
        return number > LONGEST
                ? words.say("problem.more-than", "number", words.number(LONGEST))
                : words.number(number);
    }
}
