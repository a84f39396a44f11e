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
 * G's images are nearer to training images than real images are to each other, and to one each: it
 * has learnt them by heart (criterion of Gu et al. 2023, arXiv:2310.02664).
 */
final class Memorisation implements Rule {
    /** Of the length from a real image to the nearest other one. */
    private static final double NEAR = 0.6;

    private static final double MANY = 0.4;

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
                || !isCopied(searched.getLast())
                || !isCopied(searched.get(searched.size() - 2))) {
            return Optional.empty();
        }
        VarietyPoint newest = searched.getLast();
        return Optional.of(
                new Finding(id(), Severity.WARNING, moment.step(), Picture.VARIETY)
                        .with(Figure.COPIES, likeness(newest).copies())
                        .with(Figure.NEAREST, nearest(newest))
                        .with(Figure.VARIETY, newest.ofReal()));
    }

    private static boolean isCopied(VarietyPoint point) {
        return likeness(point).copies() >= MANY && nearest(point) <= NEAR;
    }

    private static Likeness likeness(VarietyPoint point) {
        return point.samples().likeness().orElseThrow();
    }

    private static double nearest(VarietyPoint point) {
        double real = point.real().likeness().orElseThrow().nearest();
        return real > 0 ? likeness(point).nearest() / real : 1;
    }
}
