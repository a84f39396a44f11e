package org.ganatelier.ui.networks;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Objective;
import org.ganatelier.spec.OptimizerSpec;
import org.ganatelier.spec.Side;
import org.ganatelier.spec.TrainingSpec;
import org.ganatelier.ui.widget.Numbers;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objective in words and formulas; s is D's score, σ the logistic function. */
final class ObjectiveTexts {
    /** Characters of "D: ", behind which no line breaks. */
    private static final int LABEL = 3;

    private ObjectiveTexts() {}

    /** What the game is, in one sentence, and where it comes from. */
    static String meaning(Objective.Kind kind) {
        return kind.meaning() + " (" + kind.paper() + ")";
    }

    /** What each network minimises, one line each; a line breaks between two terms only. */
    static String formula(Objective.Kind kind) {
        return Stream.of(Side.DISCRIMINATOR, Side.GENERATOR)
                .map(side -> side.letter() + ": " + kind.formula(side))
                .map(ObjectiveTexts::breakingBetweenTerms)
                .collect(Collectors.joining("\n"));
    }

    /** Every blank is one that does not break, but for the one before a sign outside brackets. */
    private static String breakingBetweenTerms(String formula) {
        var text = new StringBuilder(formula);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ' ' -> {
                    boolean sign = depth == 0 && "−+".indexOf(text.charAt(i + 1)) >= 0;
                    text.setCharAt(i, sign && i > LABEL ? ' ' : '\u00a0');
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** The card's lines: the game, the turns, the optimizers, the batch. */
    static String summary(Experiment experiment) {
        TrainingSpec training = experiment.training();
        OptimizerSpec ofGenerator = training.generatorOptimizer();
        OptimizerSpec ofDiscriminator = training.discriminatorOptimizer();
        return "%s\nD steps %d : G steps %d\n%s G\u00a0%s · %sD\u00a0%s\nbatch %s"
                .formatted(
                        experiment.objective().kind().title(),
                        training.discriminatorSteps(),
                        training.generatorSteps(),
                        ofGenerator.kind().title(),
                        Numbers.text(ofGenerator.learningRate()),
                        ofDiscriminator.kind() == ofGenerator.kind()
                                ? ""
                                : ofDiscriminator.kind().title() + " ",
                        Numbers.text(ofDiscriminator.learningRate()),
                        Numbers.grouped(training.batchSize()));
    }
}
