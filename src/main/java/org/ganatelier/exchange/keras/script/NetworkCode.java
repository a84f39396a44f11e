package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.keras.script.LayerCalls.Words;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Functions that build networks: of a plain stack a {@code Sequential}, with labels a graph. */
final class NetworkCode {
    /** Longer lines are broken. */
    private static final int WIDTH = 92;

    private final CodeWriter code;
    private final Plan plan;
    private final Dialect dialect;
    private final boolean trains;
    private final Told told;

    /**
     * @param trains whether the networks are trained, rather than read from files
     */
    NetworkCode(CodeWriter code, Plan plan, Dialect dialect, boolean trains) {
        this.code = code;
        this.plan = plan;
        this.dialect = dialect;
        this.trains = trains;
        told = Told.of(plan.experiment());
    }

    /** Whether a side has a layer that Keras does not have. */
    static boolean needsDeviation(Plan plan, List<Side> sides) {
        return sides.stream()
                .flatMap(side -> plan.network(side).layers().stream())
                .anyMatch(layer -> layer.layer() instanceof MinibatchStdDev);
    }

    /** Whether weights of a side are spectrally normalized while it is trained. */
    static boolean isNormalized(Plan plan, Side side) {
        return plan.network(side).layers().stream()
                .map(LayerPlan::layer)
                .anyMatch(layer -> layer instanceof Weighted weighted && weighted.spectralNorm());
    }

    /** What Keras does not have, then a function for each side, two empty lines behind each. */
    void write(List<Side> sides) {
        boolean normal = trains && sides.stream().anyMatch(side -> initial(side).needsFunction());
        if (normal) {
            code.line(Initial.FUNCTION.stripTrailing()).blank().blank();
        }
        if (needsDeviation(plan, sides)) {
            code.line(DeviationCode.of(dialect).stripTrailing()).blank().blank();
        }
        sides.forEach(this::network);
    }

    private Initial initial(Side side) {
        return new Initial(plan.experiment().network(side).initialization());
    }

    private void network(Side side) {
        boolean normalized = trains && isNormalized(plan, side);
        code.line(
                "def build_%s(%s):"
                        .formatted(
                                side.id(),
                                normalized ? "normalized=layers.SpectralNormalization" : ""));
        code.indented(
                () -> {
                    code.line("\"\"\"" + purpose(side) + "\"\"\"");
                    switch (plan.network(side).labels()) {
                        case LabelUse.None _ -> sequence(side);
                        case LabelUse.Joined(int classes) -> joined(side, classes);
                        case LabelUse.Projected(int classes) -> projected(side, classes);
                    }
                });
        code.blank().blank();
    }

    private String purpose(Side side) {
        return switch (side) {
            case GENERATOR ->
                    "Makes %s out of noise%s%s."
                            .formatted(
                                    told.samples(),
                                    told.ifLabels(" and a class"),
                                    told.areImages() ? ", values from -1 to 1" : "");
            case DISCRIMINATOR ->
                    "Scores %s: the higher, the more real they look to it."
                            .formatted(told.samples());
        };
    }

    private void sequence(Side side) {
        code.line("return keras.Sequential([");
        code.indented(
                () -> {
                    code.line("keras.Input(%s),".formatted(shape(plan.network(side).input())));
                    for (int i = 0; i < plan.network(side).layers().size(); i++) {
                        card(side, i, call -> new Line("", call, ","));
                    }
                });
        code.line("], name=\"%s\")".formatted(side.id()));
    }

    /** A class beside the noise, or in planes beside the channels. */
    private void joined(Side side, int classes) {
        String sample = sample(side);
        inputs(side, classes);
        String label = "label";
        if (side == Side.DISCRIMINATOR && told.shape() instanceof Shape.Image image) {
            code.line("# A plane for each class: 1 everywhere on its own, 0 on the others.");
            code.line("planes = layers.Reshape((1, 1, %d))(label)".formatted(classes));
            code.line(
                    "planes = layers.UpSampling2D((%d, %d))(planes)"
                            .formatted(image.height(), image.width()));
            label = "planes";
        }
        code.line("x = layers.Concatenate()([%s, %s])".formatted(sample, label));
        for (int i = 0; i < plan.network(side).layers().size(); i++) {
            card(side, i, call -> new Line("x = ", call, "(x)"));
        }
        code.line("return keras.Model([%s, label], x, name=\"%s\")".formatted(sample, side.id()));
    }

    /** A learnt vector of the class, whose product with the last layer's input is added. */
    private void projected(Side side, int classes) {
        List<LayerPlan> layers = plan.network(side).layers();
        String sample = sample(side);
        inputs(side, classes);
        if (layers.isEmpty()) {
            code.line("return keras.Model([%s, label], %s)".formatted(sample, sample));
            return;
        }
        var chain = new Chain(sample);
        int last = layers.size() - 1;
        for (int i = 0; i < last; i++) {
            card(side, i, call -> chain.next("x", call));
        }
        String features = chain.from;
        card(side, last, call -> chain.next("score", call));
        long count = layers.get(last).input().map(Shape::size).orElse(1L);
        code.at(new Place.Layer(side, last), () -> projection(side, classes, count, features));
        code.line(
                "return keras.Model([%s, label], score, name=\"%s\")".formatted(sample, side.id()));
    }

    /** Calls one after the other; the first takes the input. */
    private static final class Chain {
        private String from;

        Chain(String from) {
            this.from = from;
        }

        Line next(String target, String call) {
            var line = new Line(target + " = ", call, "(%s)".formatted(from));
            from = target;
            return line;
        }
    }

    /**
     * A call.
     *
     * @param before what its result becomes
     * @param behind what it is given
     */
    private record Line(String before, String call, String behind) {}

    private void projection(Side side, int classes, long features, String x) {
        String initial =
                trains
                        ? initial(side).argument("kernel_initializer", (double) features, classes)
                        : "";
        boolean usual = initial.contains("RandomUniform");
        code.line(
                "# A learnt vector for each class, times %s (projection, arXiv:1802.05637)."
                        .formatted(x));
        String dense =
                "layers.Dense(%d, use_bias=False, name=\"embedding\"%s)"
                        .formatted(features, usual ? "" : initial);
        write(new Line("embedding = ", dense, "(label)"), "");
        code.line(
                "score = layers.Add()([score, layers.Dot(axes=1)([embedding, %s])])".formatted(x));
    }

    private void inputs(Side side, int classes) {
        Shape first =
                switch (side) {
                    case GENERATOR -> new Shape.Flat(plan.experiment().latentSize());
                    case DISCRIMINATOR -> told.shape();
                };
        String sample = sample(side);
        code.line("%s = keras.Input(%s, name=\"%s\")".formatted(sample, shape(first), sample));
        code.line(
                "label = keras.Input((%d,), name=\"label\")  # one-hot: 1 for its class, else 0"
                        .formatted(classes));
    }

    private String sample(Side side) {
        return switch (side) {
            case GENERATOR -> "noise";
            case DISCRIMINATOR -> told.areImages() ? "image" : "point";
        };
    }

    private static String shape(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> "(%d,)".formatted(units);
            case Shape.Image(int height, int width, int channels) ->
                    "(%d, %d, %d)".formatted(height, width, channels);
        };
    }

    private void card(Side side, int index, Function<String, Line> line) {
        code.at(new Place.Layer(side, index), () -> lines(side, index, line));
    }

    /** A comment names the card where it became several lines, another the shape it makes. */
    private void lines(Side side, int index, Function<String, Line> line) {
        NetworkPlan network = plan.network(side);
        LayerPlan layer = network.layers().get(index);
        boolean moves = new Moves(network.layers()).at(index);
        Optional<Initial> drawn = trains ? Optional.of(initial(side)) : Optional.empty();
        List<String> calls = LayerCalls.of(layer, new Words(dialect, drawn, trains), moves);
        if (calls.isEmpty()) {
            code.line("# %s: does not fit what comes in".formatted(layer.layer().title()));
            return;
        }
        if (calls.size() > 1) {
            code.line("# " + title(layer.layer()));
        }
        for (int i = 0; i < calls.size(); i++) {
            write(line.apply(calls.get(i)), i == calls.size() - 1 ? made(layer) : "");
        }
    }

    /** Such as "Conv2D with LeakyReLU". */
    private static String title(LayerSpec layer) {
        boolean bent =
                layer instanceof Activated activated
                        && !(activated.activation() instanceof Activation.Linear);
        return bent
                ? layer.title() + " with " + ((Activated) layer).activation().title()
                : layer.title();
    }

    /** Where the call does not say it. */
    private static String made(LayerPlan layer) {
        boolean said = layer.layer() instanceof Dense || layer.layer() instanceof Reshape;
        return layer.output()
                .filter(_ -> !said)
                .filter(shape -> !layer.input().equals(Optional.of(shape)))
                .map(shape -> "  # " + shape.toString().replace('×', 'x'))
                .orElse("");
    }

    private void write(Line line, String comment) {
        String call = line.call();
        String whole = line.before() + call + line.behind() + comment;
        if (whole.length() <= WIDTH) {
            code.line(whole);
            return;
        }
        int open = call.indexOf('(') + 1;
        code.line(line.before() + call.substring(0, open));
        List<String> parts = broken(call.substring(open));
        code.indented(
                () -> {
                    for (int i = 0; i < parts.size() - 1; i++) {
                        code.line(parts.get(i));
                    }
                    code.line(parts.getLast() + line.behind() + comment);
                });
    }

    /** Broken behind commas where it is too long. */
    private static List<String> broken(String arguments) {
        var parts = new ArrayList<String>();
        String rest = arguments;
        while (rest.length() > WIDTH) {
            int comma = rest.lastIndexOf(", ", WIDTH);
            if (comma < 0) {
                break;
            }
            parts.add(rest.substring(0, comma + 1));
            rest = rest.substring(comma + 2);
        }
        parts.add(rest);
        return parts;
    }
}
