package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.LiveSettings;

import java.util.Optional;

/**
 * Next to nothing reaches G of what D knows. Under minimax the slope of G's loss is D(G(z))
 * (Arjovsky and Bottou 2017, arXiv:1701.04862, theorem 2.4).
 */
final class GeneratorGradientVanishing implements Rule {
    /** Of a full push, this share reaches G. */
    private static final double LITTLE = 0.025;

    /** The gradient has shrunk to this share of what it was at first. */
    private static final double SHRUNK = 0.01;

    private static final int STEPS = 100;
    private static final int LEAST_STEPS = 60;

    @Override
    public String id() {
        return "generator-gradient-vanishing";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        if (Progress.isGood(moment)) {
            return Optional.empty();
        }
        return moment.minimises(Minimax.class) ? bySlope(moment) : byLength(moment);
    }

    private Optional<Finding> bySlope(Moment moment) {
        Window fake = moment.newest(Curve.D_FAKE, STEPS);
        if (fake.count() < LEAST_STEPS || fake.mean() > LITTLE) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.LOSSES)
                        .with(Figure.SLOPE, fake.mean())
                        .with(
                                Figure.GENERATOR_LOSS,
                                moment.newest(Curve.GENERATOR_LOSS, STEPS).mean())
                        .with(Figure.D_FAKE, fake.mean())
                        .with(
                                Figure.GENERATOR_GRADIENT,
                                moment.newest(Curve.GENERATOR_GRADIENT, STEPS).mean())
                        .helpedBy(
                                Optional.of(
                                        Remedy.of(
                                                LiveSettings.LOSS,
                                                moment.experiment(),
                                                new NonSaturating().id())))
                        .shownBy("d-wins"));
    }

    /** Its length is measured every few steps. */
    private Optional<Finding> byLength(Moment moment) {
        if (moment.stepsSinceEdit() < 3 * STEPS || !Progress.isBad(moment)) {
            return Optional.empty();
        }
        long begin = moment.since();
        double before = moment.window(Curve.GENERATOR_GRADIENT, begin + 1, begin + STEPS).mean();
        double now = moment.newest(Curve.GENERATOR_GRADIENT, STEPS).mean();
        if (!(before > 0) || !(now <= SHRUNK * before)) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.GRADIENT)
                        .saying("measured")
                        .with(Figure.GENERATOR_GRADIENT, now)
                        .with(Figure.GENERATOR_GRADIENT_BEFORE, before)
                        .shownBy("d-wins"));
    }
}
