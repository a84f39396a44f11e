package org.ganatelier.text;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.ImportedSetting;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.model.Remark.Source;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what became of another framework's file or code, and why a file is refused. */
public final class ImportText {
    private ImportText() {}

    /** A line of a report: where, and what is to be said. */
    public static String say(Words words, Remark remark) {
        String sentence = say(words, remark.fact());
        return switch (remark.source()) {
            case Source.Whole() -> sentence;
            case Source.Line _, Source.Named _ ->
                    words.say(
                            "import.at",
                            "place",
                            source(words, remark.source()),
                            "problem",
                            sentence);
        };
    }

    /** Where something stands: "line 12". */
    public static String source(Words words, Source source) {
        return switch (source) {
            case Source.Line(int number) ->
                    words.say("import.source.line", "number", Integer.toString(number));
            case Source.Named(String name) -> Foreign.brief(name);
            case Source.Whole() -> words.say("import.source.whole");
        };
    }

    /** What is to be said, one sentence or a few. */
    public static String say(Words words, Fact fact) {
        return switch (fact) {
            case Fact.Became(String theirs, var layers) ->
                    layers.isEmpty()
                            ? words.say("import.became-nothing", "theirs", theirs)
                            : words.say(
                                    "import.became",
                                    "theirs",
                                    theirs,
                                    "layers",
                                    list(words, layers));
            case Fact.Passed(String theirs, String argument) ->
                    words.say("import.passed", "theirs", theirs, "argument", argument);
            case Fact.Unknown(String theirs) -> words.say("import.unknown", "theirs", theirs);
            case Fact.Unable(String theirs, String argument, String value) ->
                    words.say(
                            "import.unable",
                            Map.of("theirs", theirs, "argument", argument, "value", value));
            case Fact.Impossible(String theirs, var reason) ->
                    words.say(
                            "import.impossible",
                            "theirs",
                            theirs,
                            "reason",
                            ValueText.say(words, reason));
            case Fact.Nearest(String theirs, LayerSpec layer) ->
                    words.say("import.nearest", "theirs", theirs, "layer", layer.title());
            case Fact.LabelsJoined(String theirs) ->
                    words.say("import.labels-joined", "theirs", theirs);
            case Fact.LabelsProjected(String theirs) ->
                    words.say("import.labels-projected", "theirs", theirs);
            case Fact.Unweighted(String theirs) -> words.say("import.unweighted", "theirs", theirs);
            case Fact.Reordered(String theirs) -> words.say("import.reordered", "theirs", theirs);
            case Fact.Endless() -> words.say("import.endless");
            case Fact.Unreadable() -> words.say("import.unreadable");
            case Fact.Undecided(String theirs) -> words.say("import.undecided", "theirs", theirs);
            case Fact.Taken(String theirs, ImportedSetting setting, String value) ->
                    words.say(
                            "import.taken",
                            Map.of(
                                    "setting", name(words, setting),
                                    "theirs", theirs,
                                    "value", value(words, setting, value)));
            case Fact.Kept(ImportedSetting setting) ->
                    words.say("import.kept", "setting", name(words, setting));
            case Fact.Trunk(String theirs) -> words.say("import.trunk", "theirs", theirs);
            case Fact.Extra(String name) -> words.say("import.extra", "name", named(words, name));
            case Fact.Combined(String name) ->
                    words.say("import.combined", "name", named(words, name));
            case Fact.Player(String name, Side side, boolean byName) ->
                    words.say(
                            byName ? "import.player-by-name" : "import.player-by-layers",
                            "name",
                            named(words, name),
                            "side",
                            side.letter());
            case Fact.Absent(Side side) -> words.say("import.absent", "side", side.letter());
            case Fact.Added(Side side, var layers) ->
                    words.say("import.added", "side", side.letter(), "layers", list(words, layers));
            case Fact.Recognized(String experiment) ->
                    words.say("import.recognized", "name", experiment);
            case Fact.WeightsLeft() -> words.say("import.weights-left");
            case Fact.Untrained(Side side) -> words.say("import.untrained", "side", side.letter());
            case Fact.WrongShape(String shape, int layer, String parameter, String wanted) ->
                    words.say(
                            "import.wrong-shape",
                            Map.of(
                                    "shape", shape,
                                    "number", Integer.toString(layer + 1),
                                    "parameter", parameter,
                                    "wanted", wanted));
            case Fact.MissingArray(int layer, String parameter) ->
                    words.say(
                            "import.missing-array",
                            "number",
                            Integer.toString(layer + 1),
                            "parameter",
                            parameter);
            case Fact.LeftOver() -> words.say("import.left-over");
            case Fact.Suspect suspect -> suspect(words, suspect);
        };
    }

    private static String suspect(Words words, Fact.Suspect suspect) {
        return switch (suspect) {
            case Fact.EpsilonByPlace(String theirs, double epsilon) ->
                    words.say(
                            "import.epsilon-by-place",
                            "theirs",
                            theirs,
                            "value",
                            ValueText.plain(words, epsilon));
            case Fact.SigmoidInLoss(String theirs) ->
                    words.say("import.sigmoid-in-loss", "theirs", named(words, theirs));
            case Fact.SigmoidTwice(String theirs) ->
                    words.say("import.sigmoid-twice", "theirs", named(words, theirs));
            case Fact.Frozen(String theirs) -> words.say("import.frozen", "theirs", theirs);
            case Fact.LabelsMultiplied(String theirs) ->
                    words.say("import.labels-multiplied", "theirs", theirs);
            case Fact.NoiseAsData(String theirs) ->
                    words.say("import.noise-as-data", "theirs", theirs);
            case Fact.OutputAsLoss(String theirs) ->
                    words.say("import.output-as-loss", "theirs", theirs);
            case Fact.LossAsGradient(String theirs) ->
                    words.say("import.loss-as-gradient", "theirs", theirs);
            case Fact.GeneratorNotJudged(String theirs) ->
                    words.say("import.generator-not-judged", "theirs", theirs);
        };
    }

    /** Why a file is refused as a whole. */
    public static String say(Words words, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Damaged(String format, String where) ->
                    where.isEmpty()
                            ? words.say("import.refused.damaged", "format", format)
                            : words.say(
                                    "import.refused.damaged-at", "format", format, "where", where);
            case Refusal.TooLarge(String what, long found, long most) ->
                    words.say(
                            "import.refused.too-large",
                            Map.of(
                                    "what", what,
                                    "found", words.number(found),
                                    "most", words.number(most)));
            case Refusal.Forbidden(String name) ->
                    words.say("import.refused.forbidden", "name", name);
            case Refusal.WeightsAlone() -> words.say("import.refused.weights-alone");
            case Refusal.Empty() -> words.say("import.refused.empty");
            case Refusal.Elsewhere(String name) ->
                    words.say("import.refused.elsewhere", "name", name);
        };
    }

    private static String named(Words words, String name) {
        return name.isEmpty() ? words.say("import.unnamed") : name;
    }

    private static String list(Words words, List<LayerSpec> layers) {
        return layers.stream().map(layer -> layer(words, layer)).collect(Collectors.joining(", "));
    }

    /** "Conv2D (filters 64, kernel 5, stride 2, same, ReLU)". */
    private static String layer(Words words, LayerSpec layer) {
        String fields =
                layer.kind().fields().stream()
                        .flatMap(
                                field ->
                                        field(words, field.name(), layer.kind().value(layer, field))
                                                .stream())
                        .collect(Collectors.joining(", "));
        return fields.isEmpty() ? layer.title() : layer.title() + " (" + fields + ")";
    }

    /** Names of fields are the same in every language: they are those of the frameworks. */
    private static Optional<String> field(Words words, String name, Object value) {
        return switch (value) {
            case Boolean on ->
                    on.equals(!name.equals("bias"))
                            ? Optional.of(on ? name : name + "=False")
                            : Optional.empty();
            case Integer number when number == 0 || (name.equals("dilation") && number == 1) ->
                    Optional.empty();
            case Activation.Linear _, Padding.Valid _ -> Optional.empty();
            case Activation.LeakyReLU(double slope) ->
                    Optional.of("LeakyReLU " + ValueText.plain(words, slope));
            case Activation activation -> Optional.of(activation.title());
            case Padding.Same _ -> Optional.of("same");
            case Padding.Explicit(int pixels) -> Optional.of(name + " " + pixels);
            case Shape shape -> Optional.of(shape.toString());
            case Double number -> Optional.of(name + " " + ValueText.plain(words, number));
            default -> Optional.of(name + " " + value);
        };
    }

    private static String value(Words words, ImportedSetting setting, String value) {
        return switch (setting) {
            case OBJECTIVE -> words.say("objective.loss." + value + ".title");
            case INITIALIZATION -> ExperimentText.name(words, Initialization.valueOf(value));
            case DATA -> Catalog.find(value).map(BundledSet::title).orElse(value);
            case LATENT_SIZE,
                    BATCH_SIZE,
                    CONDITIONING,
                    GENERATOR_OPTIMIZER,
                    DISCRIMINATOR_OPTIMIZER ->
                    value;
        };
    }

    private static String name(Words words, ImportedSetting setting) {
        return words.say(
                switch (setting) {
                    case LATENT_SIZE -> "import.setting.latent-size";
                    case DATA -> "import.setting.data";
                    case BATCH_SIZE -> "import.setting.batch-size";
                    case OBJECTIVE -> "import.setting.objective";
                    case CONDITIONING -> "import.setting.conditioning";
                    case INITIALIZATION -> "import.setting.initialization";
                    case GENERATOR_OPTIMIZER -> "import.setting.generator-optimizer";
                    case DISCRIMINATOR_OPTIMIZER -> "import.setting.discriminator-optimizer";
                });
    }
}
