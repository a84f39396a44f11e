package org.ganatelier.ui.slow;

import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.dissection.Opinion;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.StepRecording;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where D's output stands between the ends of a bar.
 *
 * @param least at the left end
 * @param most at the right end, above the least
 */
record VerdictScale(double least, double most) {
    /** A scale that all opinions of a step fit on; chances have a whole one. */
    static VerdictScale of(StepRecording recording) {
        ScoreMeaning meaning = recording.experiment().objective().loss().scoreMeaning();
        if (meaning == ScoreMeaning.CHANCE) {
            return new VerdictScale(0, 1);
        }
        double most =
                recording.turns().stream()
                        .flatMap(turn -> opinions(turn).stream())
                        .mapToDouble(VerdictScale::largest)
                        .max()
                        .orElse(1);
        double end = most > 0 ? most : 1;
        return new VerdictScale(-end, end);
    }

    private static List<Opinion> opinions(PlayerTurn turn) {
        return switch (turn) {
            case PlayerTurn.OfDiscriminator d ->
                    List.of(d.real().opinion(), d.fake().opinion(), d.realAfter(), d.fakeAfter());
            case PlayerTurn.OfGenerator g ->
                    Stream.concat(
                                    Stream.of(g.fake().opinion(), g.after().opinion()),
                                    g.real().stream().map(seen -> seen.opinion()))
                            .toList();
        };
    }

    private static double largest(Opinion opinion) {
        double most = 0;
        for (int i = 0; i < opinion.scores().length; i++) {
            most = Math.max(most, Math.abs(opinion.output(i)));
        }
        return most;
    }

    /** From 0 at the left end to 1 at the right one. */
    double place(double value) {
        return Math.clamp((value - least) / (most - least), 0, 1);
    }
}
