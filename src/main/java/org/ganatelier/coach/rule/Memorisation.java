package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.train.quality.Variety.Likeness;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;

/**
 * G's images are far nearer to training images than real images are to each other: it has learnt
 * them by heart. Of a generator that has not, they are a little further away (compare Gu et al.
 * 2023, arXiv:2310.02664).
 */
final class Memorisation implements Rule {
    /** Of the length from a real image to the nearest other one. */
    private static final double NEAR = 0.5;

    /** Samples of one simple kind are near to everything of that kind, learnt by heart or not. */
    private static final double WIDE = 0.6;

    /** Of the classes, where they are known. */
    private static final double HALF = 0.5;

    @Override
    public String id() {
        return "memorisation";
    }

    @Override
    public Optional<Finding> look(Moment moment) {
        List<VarietyPoint> searched =
                moment.varieties().stream()
                        .filter(
                                point ->
                                        point.samples().likeness().isPresent()
                                                && point.real().likeness().isPresent())
                        .toList();
        if (searched.size() < 2
                || isOfOneKind(moment)
                || !isCopied(searched.getLast())
                || !isCopied(searched.get(searched.size() - 2))) {
            return Optional.empty();
        }
        VarietyPoint newest = searched.getLast();
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.VARIETY)
                        .with(Figure.NEAREST, nearest(newest))
                        .with(Figure.COPIES, likeness(newest).copies())
                        .with(Figure.VARIETY, newest.ofReal()));
    }

    private static boolean isOfOneKind(Moment moment) {
        return moment.variety().filter(point -> point.ofReal() < WIDE).isPresent()
                || moment.score()
                        .map(score -> score.score().images().coverage())
                        .filter(seen -> seen.seen() < HALF * seen.shares().size())
                        .isPresent();
    }

    private static boolean isCopied(VarietyPoint point) {
        return nearest(point) <= NEAR;
    }

    private static Likeness likeness(VarietyPoint point) {
        return point.samples().likeness().orElseThrow();
    }

    private static double nearest(VarietyPoint point) {
        double real = point.real().likeness().orElseThrow().nearest();
        return real > 0 ? likeness(point).nearest() / real : 1;
    }
}
