package org.ganatelier.text;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.contrast.Contrast;
import org.ganatelier.experiment.contrast.NumberSetting;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.objective.Loss;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in what one experiment differs from another. */
public final class ContrastText {
    private final Words words;

    private ContrastText(Words words) {
        this.words = words;
    }

    /** One difference, to stand on a line of its own: "Batch size 64 → 32". */
    public static String say(Words words, Contrast contrast) {
        return new ContrastText(words).say(contrast);
    }

    /** All of them in one line: "Batch size 64 → 32; Seed 1 → 2"; that there are none. */
    public static String say(Words words, List<Contrast> contrasts) {
        return contrasts.isEmpty()
                ? words.say("contrast.none")
                : contrasts.stream()
                        .map(new ContrastText(words)::say)
                        .collect(Collectors.joining("; "));
    }

    private String say(Contrast contrast) {
        return switch (contrast) {
            case Contrast.Data(var before, var after) ->
                    choice(
                            words.say("session.difference.data"),
                            DataTitle.of(words, before),
                            DataTitle.of(words, after));
            case Contrast.Losses(var before, var after) ->
                    choice(words.say("objective.loss.name"), title(before), title(after));
            case Contrast.Labels(var before, var after) ->
                    choice(words.say("objective.labels.name"), title(before), title(after));
            case Contrast.Setting(var setting, double before, double after) ->
                    value(name(setting), number(before), number(after));
            case Contrast.Seed(long before, long after) ->
                    value(
                            words.say("session.difference.seed"),
                            Long.toString(before),
                            Long.toString(after));
            case Contrast.Optimizer(Side side, var before, var after) ->
                    choice(ofOptimizer("rule", side), before.title(), after.title());
            case Contrast.Falling(Side side, var before, var after) ->
                    choice(ofOptimizer("schedule", side), title(before), title(after));
            case Contrast.InitialWeights(Side side, var before, var after) ->
                    choice(
                            words.say("contrast.initial-weights", "side", side.letter()),
                            ExperimentText.name(words, before),
                            ExperimentText.name(words, after));
            case Contrast.OfLayer layer -> ofLayer(layer);
        };
    }

    private String ofLayer(Contrast.OfLayer contrast) {
        String side = ExperimentText.name(words, contrast.side());
        int number = contrast.index() + 1;
        return switch (contrast) {
            case Contrast.Added added ->
                    words.say(
                            "contrast.layer.added",
                            Map.of("side", side, "layer", spoken(added.layer()), "n", number - 1));
            case Contrast.Removed removed ->
                    words.say(
                            "contrast.layer.removed",
                            Map.of("side", side, "layer", spoken(removed.layer()), "n", number));
            case Contrast.Moved moved ->
                    words.say(
                            "contrast.layer.moved",
                            Map.of(
                                    "side",
                                    side,
                                    "layer",
                                    spoken(moved.layer()),
                                    "from",
                                    moved.from() + 1,
                                    "n",
                                    number));
            case Contrast.Replaced replaced ->
                    choice(
                            place(side, number),
                            spoken(replaced.before()),
                            spoken(replaced.after()));
            case Contrast.Altered altered ->
                    words.say(
                            "contrast.layer.altered",
                            Map.of(
                                    "place",
                                    place(side, number),
                                    "layer",
                                    LayerText.name(altered.after()),
                                    "edit",
                                    altered.fields().stream()
                                            .map(field -> value(altered, field))
                                            .collect(Collectors.joining(", "))));
        };
    }

    /** Layers count from 1, as people do. */
    private String place(String side, int number) {
        return words.say("place.layer", "side", side, "number", Integer.toString(number));
    }

    /** "Dropout 0.3", "Dense (128 units, LeakyReLU 0.2)". */
    private String spoken(LayerSpec layer) {
        String name = LayerText.name(layer);
        String values = LayerText.spoken(words, layer).substring(name.length());
        boolean plain = values.isEmpty() || LayerText.summary(words, layer).isEmpty();
        return name + (plain ? values.replace(",", "") : " (" + values.substring(2) + ")");
    }

    private String value(Contrast.Altered altered, Kind.Field field) {
        Kind<LayerSpec> kind = altered.before().kind();
        return words.say(
                "contrast.value",
                Map.of(
                        "name",
                        words.say("layer.field." + Kind.kebab(field.name()) + ".name"),
                        "before",
                        shown(kind.value(altered.before(), field)),
                        "after",
                        shown(kind.value(altered.after(), field))));
    }

    private String shown(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case Integer number -> words.number(number);
            case Boolean on -> words.say(on ? "contrast.on" : "contrast.off");
            case Activation activation -> ActivationText.say(words, activation);
            case Padding padding -> LayerText.padding(words, padding);
            default -> value.toString();
        };
    }

    private String name(NumberSetting setting) {
        String side = setting.side().map(Side::letter).orElse("");
        String field = Kind.kebab(setting.field());
        return switch (field) {
            case "latent-size" -> words.say("experiment.latent-size.name");
            case "average-decay" -> words.say("optimizer.average.name");
            case "schedule.steps" -> words.say("optimizer.schedule-steps.name", "side", side);
            case "schedule.final-share" -> words.say("optimizer.schedule-share.name", "side", side);
            default ->
                    setting.side().isPresent()
                            ? words.say("optimizer." + field + ".name", "side", side)
                            : words.say("objective." + field + ".name");
        };
    }

    private String ofOptimizer(String field, Side side) {
        return words.say("optimizer." + field + ".name", "side", side.letter());
    }

    private String title(Loss loss) {
        return words.say("objective.loss." + loss.id() + ".title");
    }

    private String title(Conditioning way) {
        return words.say("objective.labels." + way.id() + ".title");
    }

    private String title(Schedule.Kind kind) {
        return words.say("optimizer.schedule." + kind.name().toLowerCase(Locale.ROOT) + ".title");
    }

    private String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
        return whole ? words.number((long) value) : NumberText.say(words, value);
    }

    private String value(String name, String before, String after) {
        return contrast("contrast.value", name, before, after);
    }

    private String choice(String name, String before, String after) {
        return contrast("contrast.choice", name, before, after);
    }

    private String contrast(String key, String name, String before, String after) {
        return words.say(key, Map.of("name", capital(name), "before", before, "after", after));
    }

    private String capital(String name) {
        return name.substring(0, 1).toUpperCase(words.language().locale()) + name.substring(1);
    }
}
