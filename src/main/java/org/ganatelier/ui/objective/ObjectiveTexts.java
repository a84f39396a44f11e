package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossNumber;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The objective in words and formulas. */
final class ObjectiveTexts {
    private ObjectiveTexts() {}

    /** The name of a loss in a menu. */
    static String title(Loss loss, Words words) {
        return words.say("objective.loss." + loss.id() + ".title");
    }

    /** What a loss is, in a sentence or two. */
    static String meaning(Loss loss, Words words) {
        return words.say("objective.loss." + loss.id() + ".meaning");
    }

    /** The key of the messages of a loss's own number. */
    static String key(LossNumber number) {
        return "objective." + Kind.kebab(number.name());
    }

    /** The name of a way to use labels. */
    static String title(Conditioning way, Words words) {
        return words.say(key(way) + ".title");
    }

    /** What a way to use labels is, in a sentence. */
    static String meaning(Conditioning way, Words words) {
        return words.say(key(way) + ".meaning");
    }

    private static String key(Conditioning way) {
        return "objective.labels." + way.id();
    }

    /** The game in one sentence, and its formulas. */
    static String hint(Objective objective, Words words) {
        return "%s (%s)\nD: %s\nG: %s"
                .formatted(
                        meaning(objective.loss(), words),
                        objective.loss().paper(),
                        formula(objective, Side.DISCRIMINATOR),
                        formula(objective, Side.GENERATOR));
    }

    /** What a network minimises; a line breaks between two terms only. */
    static String formula(Objective objective, Side side) {
        return breakable(objective.formula(side));
    }

    /** A formula of which a line breaks between two terms only. */
    static String breakable(String formula) {
        var text = new StringBuilder(formula);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ' ' -> {
                    boolean sign = depth == 0 && "−+".indexOf(text.charAt(i + 1)) >= 0;
                    text.setCharAt(i, sign ? ' ' : '\u00a0');
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** What the networks compute; a line breaks between the two only. */
    static String formula(Conditioning way) {
        return way.formula().replace(' ', '\u00a0').replace(",\u00a0s(", ", s(");
    }

    /** The card's lines: the turns, the optimizers, the batch; what is added to the plain game. */
    static String summary(Experiment experiment, Words words) {
        TrainingSpec training = experiment.training();
        OptimizerSpec ofGenerator = training.generatorOptimizer();
        OptimizerSpec ofDiscriminator = training.discriminatorOptimizer();
        boolean same = ofDiscriminator.kind() == ofGenerator.kind();
        var parts = new ArrayList<String>();
        parts.add(
                "D %d : G %d".formatted(training.discriminatorSteps(), training.generatorSteps()));
        parts.add(
                "%s G %s, %sD %s"
                        .formatted(
                                ofGenerator.kind().title(),
                                Numbers.text(words, ofGenerator.learningRate()),
                                same ? "" : ofDiscriminator.kind().title() + " ",
                                Numbers.text(words, ofDiscriminator.learningRate())));
        parts.add(words.say("objective.summary.batch", "n", words.number(training.batchSize())));
        parts.addAll(additions(experiment, words));
        return parts.stream()
                .map(part -> part.replace(' ', '\u00a0'))
                .collect(Collectors.joining(" · "));
    }

    /** What goes beyond the plain losses and matters under this one. */
    private static List<String> additions(Experiment experiment, Words words) {
        Objective objective = experiment.objective();
        var values = new ArrayList<Map.Entry<String, Double>>();
        for (LossNumber number : objective.loss().numbers()) {
            values.add(Map.entry(number.symbol(), objective.numbers().of(number)));
        }
        values.add(Map.entry("R1", objective.r1().gamma()));
        values.add(Map.entry("R2", objective.r2().gamma()));
        if (objective.loss().smoothing().isPresent()) {
            values.add(
                    Map.entry(
                            words.say("objective.summary.smoothing"), objective.labelSmoothing()));
        }
        values.add(
                Map.entry(
                        words.say("objective.summary.noise"),
                        objective.instanceNoise().deviation()));
        values.add(
                Map.entry(
                        words.say("objective.summary.average"),
                        experiment.training().averageDecay()));
        var added = new ArrayList<String>();
        for (var value : values) {
            if (value.getValue() > 0) {
                added.add(value.getKey() + ' ' + Numbers.text(words, value.getValue()));
            }
        }
        int clusters = experiment.clusters();
        switch (experiment.conditioning()) {
            case NONE -> {}
            case CHANNELS ->
                    added.add(
                            clusters == 0
                                    ? words.say("objective.summary.labels-channels")
                                    : words.say(
                                            "objective.summary.clusters-channels", "n", clusters));
            case PROJECTION ->
                    added.add(
                            clusters == 0
                                    ? words.say("objective.summary.labels-projection")
                                    : words.say(
                                            "objective.summary.clusters-projection",
                                            "n",
                                            clusters));
        }
        return added;
    }
}
