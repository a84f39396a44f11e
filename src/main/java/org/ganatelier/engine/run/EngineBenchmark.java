package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.engine.stock.StockGame;
import org.ganatelier.train.Benchmark;
import org.ganatelier.train.Run.Turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Measures this engine's layers, or DL4J's own. */
public final class EngineBenchmark implements Benchmark {
    /** As many as the yardstick's: the first steps allocate. */
    private static final int FEWEST_TO_WARM_UP = 5;

    private static final double NANOS_PER_MILLISECOND = 1e6;

    @Override
    public Result run(Task task) {
        int threads = task.profiled() ? 1 : task.threads().orElseGet(Cores::standard);
        SideWork beside = Cores.use(threads);
        Profile profile = task.profiled() ? Profile.on() : Profile.off();
        OptionalDouble peak =
                task.profiled()
                        ? OptionalDouble.of(CorePeak.multiplyAddsPerNano())
                        : OptionalDouble.empty();
        try (var game = new Game(task.plan(), task.data(), profile, beside)) {
            long[] nanos =
                    switch (task.layers()) {
                        case ATELIER -> measure(task, profile, () -> game.step(Turn.BOTH));
                        case STOCK -> measureStock(task, profile, game);
                    };
            return new Result(threads, nanos, shares(profile, task.steps()), peak);
        }
    }

    private static long[] measureStock(Task task, Profile profile, Game start) {
        try (var game = new StockGame(task.plan(), task.data(), start)) {
            return measure(task, profile, game::step);
        }
    }

    private static long[] measure(Task task, Profile profile, Runnable step) {
        long begin = System.nanoTime();
        for (int i = 0;
                i < FEWEST_TO_WARM_UP || System.nanoTime() - begin < task.warmUp().toNanos();
                i++) {
            step.run();
        }
        profile.clear();
        var nanos = new long[task.steps()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            step.run();
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static List<Share> shares(Profile profile, int steps) {
        List<Share> shares = new ArrayList<>();
        long counted = 0;
        for (Map.Entry<Profile.Line, Profile.Spent> entry : profile.spent().entrySet()) {
            Profile.Line line = entry.getKey();
            Profile.Spent spent = entry.getValue();
            counted += spent.multiplyAdds();
            boolean whole = line.place() == Place.Work.WHOLE_STEP;
            shares.add(
                    new Share(
                            line.place(),
                            line.part(),
                            spent.nanos() / NANOS_PER_MILLISECOND / steps,
                            (double) (whole ? counted : spent.multiplyAdds()) / steps));
        }
        return shares;
    }
}
