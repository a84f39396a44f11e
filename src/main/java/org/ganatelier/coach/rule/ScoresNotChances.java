package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.History.Curve;

import java.util.Optional;

/**
 * Under a Wasserstein objective D's output is no probability: only the gap between real and
 * generated samples means something (Arjovsky et al. 2017, arXiv:1701.07875). Whoever reads it as
 * one sees a discriminator that is too strong, or none at all.
 */
final class ScoresNotChances implements Rule {
    private static final int STEPS = 50;

    @Override
    public String id() {
        return "scores-not-chances";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        if (moment.meaning() != ScoreMeaning.GAP) {
            return Optional.empty();
        }
        Window real = moment.newest(Curve.D_REAL, STEPS);
        Window fake = moment.newest(Curve.D_FAKE, STEPS);
        if (real.count() < STEPS / 2) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(id(), Severity.NOTE, moment.step(), Picture.OUTPUTS)
                        .with(Figure.GAP, real.mean() - fake.mean())
                        .with(Figure.D_REAL, real.mean())
                        .with(Figure.D_FAKE, fake.mean()));
    }
}
