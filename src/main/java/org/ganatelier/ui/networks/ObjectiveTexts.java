package org.ganatelier.ui.networks;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Objective;
import org.ganatelier.spec.TrainingSpec;
import org.ganatelier.ui.widget.Numbers;

/** The objective in words and formulas; s is D's score, σ the logistic function. */
final class ObjectiveTexts {
    private ObjectiveTexts() {}

    /** What the game is, in one sentence. */
    static String meaning(Objective.Kind kind) {
        return switch (kind) {
            case NON_SATURATING ->
                    "G is pulled towards images that D takes for real, most strongly while D sees"
                            + " through them.";
            case MINIMAX ->
                    "G works against D's chance of being right, and learns almost nothing while D"
                            + " sees through its images.";
        };
    }

    /** What each network minimises, one line each; a line breaks between two terms only. */
    static String formula(Objective.Kind kind) {
        String ofFake = "log(1\u00a0−\u00a0σ(s(G(z))))";
        String ofDiscriminator = "D:\u00a0−log\u00a0σ(s(x)) −\u00a0" + ofFake + "\n";
        return switch (kind) {
            case NON_SATURATING -> ofDiscriminator + "G:\u00a0−log\u00a0σ(s(G(z)))";
            case MINIMAX -> ofDiscriminator + "G:\u00a0" + ofFake;
        };
    }

    /** The card's lines: the game, the turns, the optimizers, the batch. */
    static String summary(Experiment experiment) {
        TrainingSpec training = experiment.training();
        return "%s\nD steps %d : G steps %d\nAdam G\u00a0%s · D\u00a0%s\nbatch %s"
                .formatted(
                        experiment.objective().kind().title(),
                        training.discriminatorSteps(),
                        training.generatorSteps(),
                        Numbers.text(training.generatorOptimizer().learningRate()),
                        Numbers.text(training.discriminatorOptimizer().learningRate()),
                        Numbers.grouped(training.batchSize()));
    }
}
