package org.ganatelier.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.PluginContext;
import org.ganatelier.NativeCache;
import org.ganatelier.Program;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.project.CellResultJson;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.sweep.CellRunner;
import org.ganatelier.sweep.Scorers;
import org.ganatelier.sweep.ThisMachine;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.watch.StopSignal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What an executor trains with: one engine, and each data set and classifier once, however many
 * cells come. Spark hands a task nothing but what was sent, so it is found here.
 */
final class Workshop {
    /** Between two ticks of a cell: a quarter of a second. */
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

    private static final List<PluginContext> CONTEXTS = new CopyOnWriteArrayList<>();

    private Workshop() {}

    /** Made by the first task. */
    private static final class Tools {
        static final CellRunner RUNNER = runner();

        private static CellRunner runner() {
            Engines engines = Program.engines();
            return new CellRunner(
                    engines.trainer(),
                    new Scorers(engines.trainer(), engines.classifiers()),
                    ThisMachine.place());
        }
    }

    /** The executor begins: natives are unpacked once for each user of a machine. */
    static void open(PluginContext context) {
        CONTEXTS.add(context);
        NativeCache.choose();
        var _ = Program.engines().trainer().warmUp(_ -> {});
    }

    /** The top of a task. */
    static Delivery make(Order order) throws IOException, ProjectException {
        Path folder = Files.createTempDirectory("gan-atelier-cell");
        try {
            order.files().writeTo(folder);
            Optional<CellResult> result =
                    Tools.RUNNER.run(
                            order.task(),
                            folder,
                            TaskContext.get().attemptNumber() + 1,
                            StopSignal.NEVER,
                            ticking(order.cell()));
            return new Delivery(CellResultJson.text(result.orElseThrow()), CellFiles.in(folder));
        } finally {
            CellFiles.remove(folder);
        }
    }

    private static Consumer<Metrics> ticking(String cell) {
        tell(new Tick(cell, 0, 0));
        return new Consumer<>() {
            private long toldAt = System.nanoTime();

            @Override
            public void accept(Metrics metrics) {
                if (System.nanoTime() - toldAt >= INTERVAL) {
                    toldAt = System.nanoTime();
                    tell(new Tick(cell, metrics.step(), metrics.seconds()));
                }
            }
        };
    }

    private static void tell(Tick tick) {
        for (PluginContext context : CONTEXTS) {
            try {
                context.send(tick);
            } catch (IOException _) {
                // Only a figure: the next one tells more.
            }
        }
    }
}
