package org.ganatelier.sweep;

import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Trainer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * How long a sweep will take on this machine, before it begins: of each experiment one training is
 * tried for a moment, and the others are reckoned from it by their multiply-adds.
 */
public final class SweepTime {
    private static final Duration BUDGET = Duration.ofMillis(900);

    private final Trainer trainer;
    private final BooleanSupplier left;
    private final Map<String, OptionalDouble> speeds = new HashMap<>();
    private final Map<String, Plan> tried = new HashMap<>();

    /**
     * @param left whether nobody waits for the answer any more
     */
    public SweepTime(Trainer trainer, BooleanSupplier left) {
        this.trainer = trainer;
        this.left = left;
    }

    /**
     * Seconds for all that is not finished yet; scores left out.
     *
     * @param slots trainings at a time, each with a core of its own
     * @return empty where it cannot be told
     */
    public OptionalDouble seconds(Standing standing, int slots) {
        List<Row> open =
                standing.rows().stream()
                        .filter(
                                row ->
                                        row.state() == Row.State.UNFINISHED
                                                || row.state() == Row.State.FAILED)
                        .toList();
        Sweep sweep = standing.sweep();
        List<Goal> goals = sweep.file().goals();
        double all = 0;
        double alive = 1;
        for (int leg = 0; leg < goals.size(); leg++) {
            for (Row row : open) {
                int done = row.result().map(of -> of.legs().size()).orElse(0);
                OptionalDouble one = done > leg ? OptionalDouble.of(0) : of(row, goals, leg);
                if (one.isEmpty()) {
                    return OptionalDouble.empty();
                }
                all += alive * one.getAsDouble();
            }
            alive *= sweep.file().halving().map(halving -> halving.keep()).orElse(1.0);
        }
        return OptionalDouble.of(all / Math.max(1, Math.min(slots, open.size())));
    }

    private OptionalDouble of(Row row, List<Goal> goals, int leg) {
        double before = leg == 0 ? 0 : goals.get(leg - 1).amount();
        double amount = goals.get(leg).amount() - before;
        return switch (goals.get(leg)) {
            case Goal.Seconds _ -> OptionalDouble.of(amount);
            case Goal.Steps _ -> {
                OptionalDouble speed = speed(row.cell().orElseThrow());
                yield speed.isEmpty() ? speed : OptionalDouble.of(amount / speed.getAsDouble());
            }
        };
    }

    private OptionalDouble speed(Cell cell) {
        Plan first = tried.computeIfAbsent(cell.base(), _ -> cell.plan());
        OptionalDouble speed =
                speeds.computeIfAbsent(
                        cell.base(),
                        _ -> trainer.stepsPerSecond(first, OptionalInt.of(1), BUDGET, left));
        return speed.isEmpty()
                ? speed
                : OptionalDouble.of(speed.getAsDouble() * work(first) / work(cell.plan()));
    }

    private static double work(Plan plan) {
        return (double) plan.experiment().training().batchSize()
                * (plan.generator().multiplyAdds() + plan.discriminator().multiplyAdds());
    }
}
