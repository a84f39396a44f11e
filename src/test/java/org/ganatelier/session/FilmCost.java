package org.ganatelier.session;

import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.train.FakeClassifiers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What the checkpoints of a run cost: processor time and steps per second with and without them, in
 * turn. Not a test: {@code FilmCost PRESET SECONDS TURNS}.
 */
final class FilmCost {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final String preset;
    private final double seconds;

    private FilmCost(String preset, double seconds) {
        this.preset = preset;
        this.seconds = seconds;
    }

    public static void main(String... arguments) throws Exception {
        var cost = new FilmCost(arguments[0], Double.parseDouble(arguments[1]));
        int turns = Integer.parseInt(arguments[2]);
        cost.measure(false, "warm-up");
        for (int turn = 0; turn < turns; turn++) {
            cost.measure(turn % 2 == 0, "turn " + turn);
            cost.measure(turn % 2 != 0, "turn " + turn);
        }
        System.exit(0);
    }

    private void measure(boolean kept, String what) throws Exception {
        Path data = Files.createTempDirectory("film-cost");
        Session session =
                Session.of(
                        Documents.preset(preset),
                        new EngineTrainer(),
                        new FakeClassifiers(),
                        new Workers(tasks::add, task -> Thread.ofPlatform().daemon().start(task)));
        if (kept) {
            session.film().keepIn(new RunFolders(data));
        }
        Training training = session.training();
        training.train();
        pumpUntil(() -> trained(training) > 2);
        long step = training.historyProperty().get().lastStep();
        double from = trained(training);
        long processor = SYSTEM.getProcessCpuTime();
        pumpUntil(() -> trained(training) > from + seconds);
        long used = SYSTEM.getProcessCpuTime() - processor;
        long steps = training.historyProperty().get().lastStep() - step;
        System.out.printf(
                "%s %s %s: %.3f processor ms a step, %.2f steps/s, %d checkpoints%n",
                preset,
                what,
                kept ? "with" : "without",
                used / 1e6 / (double) steps,
                (double) steps / (trained(training) - from),
                session.film().frames().size());
        var done = session.film().finish().thenRunAsync(() -> {}, tasks::add);
        pumpUntil(done::isDone);
        session.close();
        remove(data);
    }

    private static double trained(Training training) {
        return training.metricsProperty().get().map(m -> m.seconds()).orElse(0.0);
    }

    private void pumpUntil(BooleanSupplier reached) throws Exception {
        while (!reached.getAsBoolean()) {
            Runnable task = tasks.poll(1, TimeUnit.SECONDS);
            if (task != null) {
                task.run();
            }
        }
    }

    private static void remove(Path data) throws IOException {
        new RunFolders(data).cleanUp(0);
    }
}
