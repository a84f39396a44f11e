package org.ganatelier.ui.flow;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.text.DataTitle;
import org.ganatelier.text.ExperimentText;
import org.ganatelier.text.Words;

import java.util.Locale;

/** The words and figures of the picture. */
final class FlowTexts {
    /** The curve shows the mean of D's two halves, and so does this. */
    private static final double MEAN_OF_HALVES = 0.5;

    private static final int DECIMALS = 2;
    private static final String UNKNOWN = "–";

    private final Words words;

    FlowTexts(Words words) {
        this.words = words;
    }

    String name(Side side) {
        return ExperimentText.name(words, side);
    }

    String noise() {
        return words.say("flow.noise");
    }

    /** Where real samples come from. */
    String real(FlowFacts facts) {
        return words.say("flow.real", "data", DataTitle.shortOf(words, facts.experiment().data()));
    }

    String outputGenerated(FlowFacts facts) {
        return value(
                words.say(outputs(facts) + ".generated"),
                facts.metrics().map(m -> m.dFake()).orElse(Double.NaN));
    }

    String outputReal(FlowFacts facts) {
        return value(
                words.say(outputs(facts) + ".real"),
                facts.metrics().map(m -> m.dReal()).orElse(Double.NaN));
    }

    String loss(FlowFacts facts, Side side) {
        double now =
                facts.metrics()
                        .map(
                                m ->
                                        switch (side) {
                                            case GENERATOR -> m.generatorLoss();
                                            case DISCRIMINATOR ->
                                                    MEAN_OF_HALVES * m.discriminatorLoss();
                                        })
                        .orElse(Double.NaN);
        return value(
                words.say(
                        switch (side) {
                            case GENERATOR -> "flow.loss-of-g";
                            case DISCRIMINATOR -> "flow.loss-of-d";
                        }),
                now);
    }

    String objective(FlowFacts facts) {
        return words.say("objective.loss." + facts.objective().loss().id() + ".title");
    }

    /** What a network makes small. */
    String formula(FlowFacts facts, Side side) {
        return facts.objective().formula(side);
    }

    /** How strongly a network is pulled. */
    String gradient(FlowFacts facts, Side side) {
        double length =
                switch (side) {
                    case GENERATOR -> facts.gradients().generator();
                    case DISCRIMINATOR -> facts.gradients().discriminator();
                };
        return value(
                words.say(
                        switch (side) {
                            case GENERATOR -> "flow.gradient-of-g";
                            case DISCRIMINATOR -> "flow.gradient-of-d";
                        }),
                length);
    }

    /** How large a network is. */
    String network(FlowFacts facts, Side side) {
        return words.say("count.layers", "n", facts.experiment().network(side).layers().size());
    }

    /** Whether each loss compares generated samples with real ones. */
    boolean isPaired(FlowFacts facts) {
        return facts.objective().loss() instanceof PairedLoss;
    }

    private static String outputs(FlowFacts facts) {
        return "charts.outputs."
                + facts.objective().loss().scoreMeaning().name().toLowerCase(Locale.ROOT);
    }

    private String value(String name, double value) {
        return words.say(
                "flow.value",
                "name",
                name,
                "value",
                Double.isNaN(value) ? UNKNOWN : words.figure(value, DECIMALS));
    }
}
