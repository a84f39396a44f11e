package org.ganatelier.project;

import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps in which only one player took its turn: by player, how many steps were done before each
 * of them.
 */
record HalfSteps(List<Long> discriminator, List<Long> generator) {
    static HalfSteps of(List<PlayerStep> taken) {
        return new HalfSteps(stepsOf(Turn.DISCRIMINATOR, taken), stepsOf(Turn.GENERATOR, taken));
    }

    private static List<Long> stepsOf(Turn turn, List<PlayerStep> taken) {
        return taken.stream().filter(h -> h.turn() == turn).map(PlayerStep::step).toList();
    }

    boolean none() {
        return discriminator.isEmpty() && generator.isEmpty();
    }

    /**
     * In the order in which they were taken.
     *
     * @param steps of the whole run
     */
    List<PlayerStep> taken(long steps) throws ProjectException {
        List<PlayerStep> taken =
                Stream.concat(
                                discriminator.stream()
                                        .map(s -> new PlayerStep(s, Turn.DISCRIMINATOR)),
                                generator.stream().map(s -> new PlayerStep(s, Turn.GENERATOR)))
                        .sorted(Comparator.comparingLong(PlayerStep::step))
                        .toList();
        long earliest = 0;
        for (PlayerStep half : taken) {
            if (half.step() < earliest || half.step() >= steps) {
                throw StateChecks.damaged(new Damage.MisplacedPlayerStep());
            }
            earliest = half.step() + 1;
        }
        return taken;
    }
}
