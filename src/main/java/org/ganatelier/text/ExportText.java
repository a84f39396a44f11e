package org.ganatelier.text;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.Obstacle.Lack;
import org.ganatelier.experiment.layer.Kind;

import java.util.Map;

/** Says what other frameworks get, and what they cannot express. */
public final class ExportText {
    private ExportText() {}

    /** What one gets of a format, in one sentence. */
    public static String meaning(Words words, ModelFormat format) {
        return words.say(
                switch (format) {
                    case KERAS -> "export.format.keras";
                    case PYTORCH -> "export.format.pytorch";
                    case TENSORFLOW -> "export.format.tensorflow";
                    case ONNX -> "export.format.onnx";
                    case TFJS -> "export.format.tfjs";
                    case SAFETENSORS -> "export.format.safetensors";
                    case DL4J -> "export.format.dl4j";
                });
    }

    /** Where something stands, what of it the format cannot express, and what to change. */
    public static String say(Words words, Obstacle obstacle) {
        String format = obstacle.format().title();
        String where = PlaceText.say(words, obstacle.place());
        return switch (obstacle.lack()) {
            case Lack.Layer(var layer) ->
                    words.say(
                            "export.obstacle.layer",
                            Map.of("where", where, "format", format, "layer", layer.title()));
            case Lack.Setting(var layer, String field) ->
                    words.say(
                            "export.obstacle.setting",
                            Map.of(
                                    "where",
                                    where,
                                    "format",
                                    format,
                                    "layer",
                                    layer.title(),
                                    "field",
                                    words.say("layer.field." + Kind.kebab(field) + ".name")));
            case Lack.Untrained() -> words.say("export.obstacle.untrained", "format", format);
            case Lack.Reordering(var layer) ->
                    words.say(
                            "export.obstacle.reordering",
                            Map.of("where", where, "format", format, "layer", layer.title()));
        };
    }
}
