package org.ganatelier.ui.slow;

import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.experiment.objective.ScoreBatch;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.train.dissection.LossTerm;

/** The formulas of an objective, term by term, and what they give for one sample. */
final class Formulas {
    private final Objective objective;

    Formulas(Objective objective) {
        this.objective = objective;
    }

    /** The formula of a term, without the sign before it. */
    String of(LossTerm.Part part) {
        return switch (part) {
            case ON_REAL, ON_GENERATED, OF_PAIRS -> ofDiscriminator(part);
            case OF_GENERATOR -> objective.loss().formulaOfGenerator();
            case PENALTY -> objective.formulaOfPenalties();
        };
    }

    private String ofDiscriminator(LossTerm.Part part) {
        boolean smoothed = objective.labelSmoothing() > 0;
        return switch (objective.loss()) {
            case SeparableLoss loss when part == LossTerm.Part.ON_REAL -> loss.onReal(smoothed);
            case SeparableLoss loss -> loss.onGenerated();
            case PairedLoss loss -> loss.formulaOfDiscriminator(smoothed);
        };
    }

    /** D's loss on one real sample and on the generated one beside it. */
    double ofDiscriminator(LossTerm.Part part, float real, float generated) {
        return switch (objective.loss()) {
            case SeparableLoss loss when part == LossTerm.Part.ON_REAL ->
                    loss.onReal(one(real), objective.realTarget());
            case SeparableLoss loss -> loss.onFake(one(generated));
            case PairedLoss loss ->
                    loss.ofDiscriminator(one(real), one(generated), objective.realTarget());
        };
    }

    /**
     * G's loss on one sample.
     *
     * @param real score of the sample that it is compared with, where it is
     */
    double ofGenerator(float real, float generated) {
        return switch (objective.loss()) {
            case SeparableLoss loss -> loss.ofGenerator(one(generated));
            case PairedLoss loss -> loss.ofGenerator(one(real), one(generated));
        };
    }

    private static ScoreBatch one(float score) {
        return new ScoreBatch(new float[] {score}, 0, 1, new float[1]);
    }
}
