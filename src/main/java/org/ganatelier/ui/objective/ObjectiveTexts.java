package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The objective in words and formulas. */
final class ObjectiveTexts {
    /** What the letters mean. */
    static final String LETTERS =
            "x real image, G(z) generated, s D's score, σ(s) its belief; means over a batch";

    private ObjectiveTexts() {}

    /** The game in one sentence, and its formulas. */
    static String hint(Objective objective) {
        Objective.Kind kind = objective.kind();
        return "%s (%s)\nD: %s\nG: %s"
                .formatted(
                        kind.meaning(),
                        kind.paper(),
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
    static String summary(Experiment experiment) {
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
                                Numbers.text(ofGenerator.learningRate()),
                                same ? "" : ofDiscriminator.kind().title() + " ",
                                Numbers.text(ofDiscriminator.learningRate())));
        parts.add("batch " + Numbers.grouped(training.batchSize()));
        parts.addAll(additions(experiment));
        return parts.stream()
                .map(part -> part.replace(' ', '\u00a0'))
                .collect(Collectors.joining(" · "));
    }

    /** What goes beyond the plain losses and matters under this kind. */
    private static List<String> additions(Experiment experiment) {
        Objective objective = experiment.objective();
        var added = new ArrayList<String>();
        switch (objective.kind()) {
            case WASSERSTEIN -> add(added, "clip", objective.weightClip());
            case WASSERSTEIN_GP -> add(added, "λ", objective.gradientPenalty());
            case NON_SATURATING, MINIMAX, LEAST_SQUARES, HINGE -> {}
        }
        add(added, "R1", objective.r1());
        if (objective.kind().hasTargets()) {
            add(added, "smoothing", objective.labelSmoothing());
        }
        add(added, "noise", objective.instanceNoise());
        add(added, "average", experiment.training().averageDecay());
        switch (experiment.conditioning()) {
            case NONE -> {}
            case CHANNELS -> added.add("labels: channels");
            case PROJECTION -> added.add("labels: projection");
        }
        return added;
    }

    private static void add(List<String> added, String name, double value) {
        if (value > 0) {
            added.add(name + ' ' + Numbers.text(value));
        }
    }
}
