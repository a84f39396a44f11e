package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;

/**
 * G makes the same thing again and again. Told from the classes that a classifier sees and from the
 * distances between samples, never from losses, which look sound meanwhile. Where there is no
 * classifier, distances alone must be much smaller than those of real samples (Salimans et al.
 * 2016, arXiv:1606.03498, section 3.2).
 */
final class ModeCollapse implements Rule {
    /** From this share on one class is nearly everything: of ten, six times its due. */
    private static final double MOST_ARE_ONE = 0.6;

    /** As few classes of ten, or fewer. */
    private static final double FEW_CLASSES = 0.3;

    /**
     * Samples lie this much nearer to each other than real ones. Grainy images of dense layers,
     * which the classifier takes for one class for a while, differ by 75 to 84 % of what real ones
     * do.
     */
    private static final double NARROW = 0.7;

    /** The same where nothing is known of classes. */
    private static final double VERY_NARROW = 0.4;

    /** Before so many steps G has had no chance: it makes one grey. */
    private static final int LEAST_STEPS = 150;

    @Override
    public String id() {
        return "mode-collapse";
    }

    @Override
    public int patience() {
        return 60;
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        Optional<VarietyPoint> variety = moment.variety();
        if (moment.step() < LEAST_STEPS || variety.isEmpty()) {
            return Optional.empty();
        }
        return moment.isScored()
                ? byClasses(moment, variety.get())
                : byDistances(moment, variety.get());
    }

    private Optional<Finding> byClasses(Moment moment, VarietyPoint variety) {
        List<ScorePoint> scores = moment.scores();
        if (scores.size() < 2
                || !isNarrow(scores.getLast())
                || !isNarrow(scores.get(scores.size() - 2))
                || variety.ofReal() > NARROW) {
            return Optional.empty();
        }
        Coverage coverage = coverage(scores.getLast());
        double largest = largest(coverage);
        return Optional.of(
                found(moment)
                        .saying("classes")
                        .with(Figure.CLASSES_SEEN, coverage.seen())
                        .with(Figure.CLASSES, coverage.shares().size())
                        .with(Figure.LARGEST_SHARE, largest)
                        .with(Figure.LARGEST_CLASS, coverage.shares().indexOf(largest))
                        .with(Figure.VARIETY, variety.ofReal()));
    }

    private Optional<Finding> byDistances(Moment moment, VarietyPoint variety) {
        List<VarietyPoint> all = moment.varieties();
        boolean narrow =
                all.size() > 2
                        && all.subList(all.size() - 3, all.size()).stream()
                                .allMatch(point -> point.ofReal() < VERY_NARROW);
        return narrow
                ? Optional.of(
                        found(moment).saying("distances").with(Figure.VARIETY, variety.ofReal()))
                : Optional.empty();
    }

    private Finding found(Moment moment) {
        return new Finding(
                        id(),
                        Severity.WARNING,
                        moment.step(),
                        moment.isScored() ? Picture.CLASSES : Picture.VARIETY)
                .helpedBy(Optional.of(remedy(moment.experiment())))
                .shownBy(moment.isScored() ? "collapse" : "points");
    }

    private static boolean isNarrow(ScorePoint score) {
        Coverage coverage = coverage(score);
        return coverage.showsSomething()
                && (largest(coverage) >= MOST_ARE_ONE * coverage.known()
                        || coverage.seen() <= FEW_CLASSES * coverage.shares().size());
    }

    private static Coverage coverage(ScorePoint score) {
        return score.score().images().coverage();
    }

    private static double largest(Coverage coverage) {
        return coverage.shares().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** A D that learns less between two updates of G, or else one whose slope is held. */
    private static Remedy remedy(Experiment experiment) {
        if (experiment.training().discriminatorSteps() > 1) {
            return Remedy.of(Rates.setting("training.discriminatorSteps"), experiment, "1");
        }
        return Rates.ratio(experiment) > 1
                ? Rates.set(
                        experiment, Side.DISCRIMINATOR, Rates.of(experiment, Side.GENERATOR) / 2)
                : Remedy.of(
                        Rates.setting("objective.r1"),
                        experiment,
                        experiment.objective().r1().isOn() ? "10" : "1");
    }
}
