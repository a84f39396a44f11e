package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.LiveSettings;

import java.util.Optional;

/**
 * D tells real from generated samples nearly always. What that means depends on the objective:
 * under minimax G's slope is D(G(z)), so that a sure D leaves G nothing (Goodfellow et al. 2014,
 * arXiv:1406.2661, section 3); under the non-saturating loss the slope is 1 - D(G(z)), and only
 * images that stay bad are a sign of harm. Where D's output is no chance, there is nothing to say.
 */
final class DiscriminatorTooStrong implements Rule {
    private static final double SURE_OF_REAL = 0.95;
    private static final double SURE_OF_FAKE = 0.04;
    private static final int STEPS = 60;
    private static final int LEAST_STEPS = 40;

    /** What D does less of, where it is slowed down. */
    private static final double SLOWER = 0.25;

    @Override
    public String id() {
        return "discriminator-too-strong";
    }

    @Override
    public int patience() {
        return 60;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        if (moment.meaning() != ScoreMeaning.CHANCE) {
            return Optional.empty();
        }
        Window real = moment.newest(Curve.D_REAL, STEPS);
        Window fake = moment.newest(Curve.D_FAKE, STEPS);
        if (real.count() < LEAST_STEPS
                || !(real.mean() >= SURE_OF_REAL && fake.mean() <= SURE_OF_FAKE)) {
            return Optional.empty();
        }
        boolean minimax = moment.minimises(Minimax.class);
        boolean better = Progress.isGood(moment);
        if (better) {
            // Whatever D believes, G learns from it.
            return Optional.empty();
        }
        boolean harm = minimax || Progress.isBad(moment);
        return Optional.of(
                new Finding(
                                id(),
                                harm ? Severity.WARNING : Severity.NOTE,
                                moment.step(),
                                Picture.OUTPUTS)
                        .saying(minimax ? "minimax" : harm ? "harm" : "no-harm")
                        .with(Figure.D_REAL, real.mean())
                        .with(Figure.D_FAKE, fake.mean())
                        .with(Figure.SLOPE, minimax ? fake.mean() : 1 - fake.mean())
                        .with(
                                Figure.GENERATOR_LOSS,
                                moment.newest(Curve.GENERATOR_LOSS, STEPS).mean())
                        .helpedBy(harm ? Optional.of(remedy(moment)) : Optional.empty())
                        .shownBy("d-wins"));
    }

    private static Remedy remedy(Moment moment) {
        Experiment experiment = moment.experiment();
        if (moment.minimises(Minimax.class)) {
            return Remedy.of(LiveSettings.LOSS, experiment, new NonSaturating().id());
        }
        return experiment.training().discriminatorSteps() > 1
                ? Remedy.of(Rates.setting("training.discriminatorSteps"), experiment, "1")
                : Rates.scale(experiment, Side.DISCRIMINATOR, SLOWER);
    }
}
