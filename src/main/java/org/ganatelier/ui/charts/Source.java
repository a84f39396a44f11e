package org.ganatelier.ui.charts;

import org.ganatelier.train.Buckets;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.ScorePoint;

/** Where the values of a curve come from. */
sealed interface Source {
    /** Gradients are measured at least once in so many steps. */
    int MEASURED_EACH = 16;

    /** A figure of the history. */
    record Measured(Curve curve, float factor) implements Source {
        Measured(Curve curve) {
            this(curve, 1);
        }
    }

    /** The Fréchet distance, with its standard error as band. */
    record Distance() implements Source {}

    /** How many classes are covered. */
    record Covered() implements Source {}

    /** Names it among the curves, in settings and in tables. */
    default String id() {
        return switch (this) {
            case Measured(Curve curve, _) ->
                    switch (curve) {
                        case GENERATOR_LOSS -> "g_loss";
                        case DISCRIMINATOR_LOSS -> "d_loss";
                        case D_REAL -> "d_real";
                        case D_FAKE -> "d_fake";
                        case GRADIENT_PENALTY -> "gradient_penalty";
                        case GENERATOR_GRADIENT -> "g_gradient";
                        case DISCRIMINATOR_GRADIENT -> "d_gradient";
                        case SECONDS -> "seconds";
                    };
            case Distance() -> "frechet";
            case Covered() -> "classes";
        };
    }

    /** Whether it is measured only now and then, so that between two values the earlier counts. */
    default boolean isSparse() {
        return switch (this) {
            case Measured(Curve curve, _) ->
                    curve == Curve.GENERATOR_GRADIENT || curve == Curve.DISCRIMINATOR_GRADIENT;
            case Distance(), Covered() -> true;
        };
    }

    /** Whether single values are noise, which a line may leave out. */
    default boolean isNoisy() {
        return this instanceof Measured;
    }

    /** Decimals that say something. */
    default int decimals() {
        return this instanceof Covered ? 0 : 3;
    }

    /** The part, and on to the nearest values beyond its ends, to which the line goes on. */
    default Span around(Material material, Span part) {
        if (this instanceof Measured) {
            return isSparse()
                    ? new Span(part.from() - MEASURED_EACH, part.to() + MEASURED_EACH)
                    : part;
        }
        double from = part.from();
        double to = part.to();
        for (ScorePoint point : material.scores()) {
            if (point.step() <= part.from()) {
                from = point.step();
            } else if (point.step() >= part.to()) {
                to = point.step();
                break;
            }
        }
        return new Span(from, to);
    }

    /** Its values between two steps, thinned as {@code History} does it. */
    default Buckets thin(Material material, long from, long to, int most) {
        return switch (this) {
            case Measured(Curve curve, float factor) ->
                    scaled(material.history().thin(curve, from, to, most), factor);
            case Distance() -> new ScoreBuckets(material).thin(from, to, most, Source::distance);
            case Covered() -> new ScoreBuckets(material).thin(from, to, most, Source::covered);
        };
    }

    private static Estimate distance(ScorePoint point) {
        return point.score().images().frechet();
    }

    private static Estimate covered(ScorePoint point) {
        return new Estimate(
                point.score().images().count(), point.score().images().coverage().seen(), 0);
    }

    private static Buckets scaled(Buckets raw, float factor) {
        return factor == 1
                ? raw
                : new Buckets(
                        raw.firstStep(),
                        raw.width(),
                        scaled(raw.min(), factor),
                        scaled(raw.max(), factor),
                        scaled(raw.mean(), factor),
                        raw.count());
    }

    private static float[] scaled(float[] values, float factor) {
        var scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return scaled;
    }
}
