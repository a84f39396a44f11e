package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.objective.Loss;

/** Which term of the glossary explains a choice of the objective. */
final class ObjectiveTerms {
    private ObjectiveTerms() {}

    /** The term of a loss: most are terms themselves. */
    static String of(Loss loss) {
        return switch (loss.id()) {
            case "wasserstein-gp" -> "gradient-penalty";
            default -> loss.id();
        };
    }

    /** The term of a way to use labels. */
    static String of(Conditioning way) {
        return switch (way) {
            case NONE -> "label";
            case CHANNELS -> "conditional";
            case PROJECTION -> "projection";
        };
    }
}
