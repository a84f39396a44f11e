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
 * Next to nothing reaches G of what D knows. Under minimax the slope of G's loss is D(G(z)) (Arjovsky
 * and Bottou 2017, arXiv:1701.04862, theorem 2.4).
 */
final class GeneratorGradientVanishing implements Rule {
    /** Of a full push, this share reaches G. */
    private static final double LITTLE = 0.025;

    private static final int STEPS = 100;
    private static final int LEAST_STEPS = 60;

    @Override
    public String id() {
        return "generator-gradient-vanishing";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        if (!moment.minimises(Minimax.class) || Progress.isGood(moment)) {
            return Optional.empty();
        }
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
                        .helpedBy(
                                Optional.of(
                                        Remedy.of(
                                                LiveSettings.LOSS,
                                                moment.experiment(),
                                                new NonSaturating().id())))
                        .shownBy("d-wins"));
    }
}
