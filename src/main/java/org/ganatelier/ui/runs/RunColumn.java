package org.ganatelier.ui.runs;

import org.ganatelier.session.RunEntry;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A figure of a run that has a column, from left to right. */
enum RunColumn {
    DIFFERS(200, false),
    STEP(78, true),
    TIME(66, true),
    GENERATOR_LOSS(72, true),
    DISCRIMINATOR_LOSS(72, true),
    DISTANCE(96, true),
    CLASSES(74, true),
    STANDING(96, false);

    /** Where there is not room for all, those go that come last here. */
    static final List<RunColumn> BY_IMPORTANCE =
            List.of(
                    DIFFERS,
                    STEP,
                    STANDING,
                    DISTANCE,
                    GENERATOR_LOSS,
                    DISCRIMINATOR_LOSS,
                    CLASSES,
                    TIME);

    /** From here on a distance is told without decimals. */
    private static final double LARGE = 100;

    private static final String NOTHING = "–";

    private final double width;
    private final boolean number;

    /**
     * @param width in pixels at the usual size of everything; the first takes what is left too
     * @param number whether it stands at the right
     */
    RunColumn(double width, boolean number) {
        this.width = width;
        this.number = number;
    }

    double width() {
        return width;
    }

    boolean isNumber() {
        return number;
    }

    /** The key of its title. */
    String key() {
        return switch (this) {
            case DIFFERS -> "runs.column.differs";
            case STEP -> "runs.column.step";
            case TIME -> "runs.column.time";
            case GENERATOR_LOSS -> "runs.column.generator-loss";
            case DISCRIMINATOR_LOSS -> "runs.column.discriminator-loss";
            case DISTANCE -> "runs.column.distance";
            case CLASSES -> "runs.column.classes";
            case STANDING -> "runs.column.standing";
        };
    }

    /** What stands in it. */
    String of(RunEntry run, Words words) {
        return switch (this) {
            case DIFFERS -> RunText.differs(words, run);
            case STEP -> words.number(run.history().lastStep());
            case TIME -> latest(run, metrics -> RunText.time(metrics.seconds()));
            case GENERATOR_LOSS -> loss(run, Metrics::generatorLoss, words);
            case DISCRIMINATOR_LOSS -> loss(run, Metrics::discriminatorLoss, words);
            case DISTANCE -> score(run, images -> distance(images.frechet(), words));
            case CLASSES -> score(run, images -> classes(images.coverage()));
            case STANDING -> RunText.say(words, run.standing());
        };
    }

    private static String loss(RunEntry run, Function<Metrics, Double> loss, Words words) {
        return latest(
                run,
                metrics -> {
                    double value = loss.apply(metrics);
                    return Double.isFinite(value) ? words.figure(value, 2) : NOTHING;
                });
    }

    private static String distance(Estimate estimate, Words words) {
        int decimals = estimate.value() < LARGE ? 1 : 0;
        return words.figure(estimate.value(), decimals)
                + " ± "
                + words.figure(estimate.spread(), decimals);
    }

    private static String classes(Coverage coverage) {
        return coverage.seen() + "/" + coverage.shares().size();
    }

    private static String latest(RunEntry run, Function<Metrics, String> text) {
        return run.history().latest().map(text).orElse(NOTHING);
    }

    private static String score(RunEntry run, Function<Quality, String> text) {
        List<ScorePoint> scores = run.scores();
        return scores.isEmpty()
                ? NOTHING
                : Optional.of(scores.getLast().score().images()).map(text).orElse(NOTHING);
    }
}
