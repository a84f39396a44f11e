package org.ganatelier.engine.gan;

import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.experiment.objective.ScoreBatch;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.train.dissection.LossTerm;
import org.ganatelier.train.dissection.LossTerm.Part;

import java.util.List;

/** The terms of losses, computed again from the scores of a look: the same bits. */
final class LossTerms {
    private LossTerms() {}

    /** Those of D's loss, penalties left out. */
    static List<LossTerm> ofDiscriminator(Objective objective, List<Look> looks) {
        ScoreBatch real = scores(looks.getFirst(), true);
        ScoreBatch made = scores(looks.getLast(), false);
        double target = objective.realTarget();
        return switch (objective.loss()) {
            case SeparableLoss loss ->
                    List.of(
                            new LossTerm(Part.ON_REAL, loss.onReal(real, target)),
                            new LossTerm(Part.ON_GENERATED, loss.onFake(made)));
            case PairedLoss loss ->
                    List.of(new LossTerm(Part.OF_PAIRS, loss.ofDiscriminator(real, made, target)));
        };
    }

    /** G's loss. */
    static LossTerm ofGenerator(Objective objective, Look look) {
        ScoreBatch made = scores(look, false);
        double value =
                switch (objective.loss()) {
                    case SeparableLoss loss -> loss.ofGenerator(made);
                    case PairedLoss loss -> loss.ofGenerator(scores(look, true), made);
                };
        return new LossTerm(Part.OF_GENERATOR, value);
    }

    private static ScoreBatch scores(Look look, boolean ofReal) {
        float[] scores = look.scores(ofReal, look.scores());
        return new ScoreBatch(scores, 0, scores.length, new float[scores.length]);
    }
}
