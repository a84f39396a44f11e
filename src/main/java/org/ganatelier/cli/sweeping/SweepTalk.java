package org.ganatelier.cli.sweeping;

import org.ganatelier.cli.support.Output;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.sweep.CellTask;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.Standing;
import org.ganatelier.sweep.Sweep;
import org.ganatelier.sweep.SweepListener;
import org.ganatelier.train.Metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tells on a terminal how a sweep goes. */
public final class SweepTalk implements SweepListener {
    /** Between two lines of what is going on. */
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final Output output;
    private final SweepReport report;
    private final int cells;
    private final int goals;
    private final Map<String, Long> steps = new LinkedHashMap<>();
    private long ended;
    private long toldAt;

    public SweepTalk(Output output, Sweep sweep) {
        this.output = output;
        report = new SweepReport(sweep);
        SweepFile file = sweep.file();
        cells = sweep.cells().size();
        goals = file.goals().size();
    }

    /** The sweep begins with what is finished already. */
    public void begin(Standing standing) {
        ended =
                standing.rows().stream()
                        .filter(row -> row.cell().isPresent())
                        .filter(row -> row.state() != Row.State.UNFINISHED)
                        .count();
        toldAt = System.nanoTime();
    }

    @Override
    public void started(CellTask task) {
        steps.put(task.cell().name(), 0L);
    }

    @Override
    public void progressed(CellTask task, Metrics metrics) {
        steps.put(task.cell().name(), metrics.step());
        if (System.nanoTime() - toldAt >= INTERVAL) {
            toldAt = System.nanoTime();
            output.line(
                    "  %,d of %,d ended; now %s"
                            .formatted(
                                    ended,
                                    cells,
                                    steps.entrySet().stream()
                                            .map(
                                                    one ->
                                                            "%s at step %,d"
                                                                    .formatted(
                                                                            one.getKey(),
                                                                            one.getValue()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    @Override
    public void finished(CellTask task, Row row) {
        end(task, row, row.state() != Row.State.UNFINISHED);
    }

    @Override
    public void failed(CellTask task, Row row) {
        end(task, row, true);
    }

    private void end(CellTask task, Row row, boolean over) {
        steps.remove(task.cell().name());
        if (over) {
            ended++;
        }
        String rung =
                over || goals == 1
                        ? ""
                        : " (rung %d)"
                                .formatted(row.result().map(of -> of.legs().size()).orElse(0));
        output.line(
                "[%,d of %,d] %s: %s%s"
                        .formatted(ended, cells, report.title(row), SweepReport.state(row), rung));
    }

    /** The sweep is over. */
    public void end() {
        steps.clear();
    }
}
