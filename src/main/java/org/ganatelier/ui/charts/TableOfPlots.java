package org.ganatelier.ui.charts;

import org.ganatelier.exchange.table.CurveTable;
import org.ganatelier.exchange.table.CurveTable.Column;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.ScorePoint;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What plots show as a table: the steps and curves that are seen, every value as it was recorded.
 * D's loss is the sum of its halves there, as in {@code metrics.csv}; the plot shows their mean.
 */
final class TableOfPlots {
    private final History history;
    private final NavigableMap<Long, ScorePoint> scores = new TreeMap<>();

    /**
     * @param material is copied: the table may be written on another thread
     */
    TableOfPlots(Material material) {
        history = material.history().frozen();
        material.scores().forEach(point -> scores.put(point.step(), point));
    }

    CurveTable of(List<Frame> frames) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("seconds", step -> history.value(Curve.SECONDS, step), true));
        for (Frame frame : frames) {
            for (Smoothed curve : frame.seen()) {
                columns.addAll(columns(curve.trace().source()));
            }
        }
        Span part = frames.getFirst().part();
        return new CurveTable(
                Math.max(scores.isEmpty() ? 1 : 0, (long) Math.ceil(part.from())),
                Math.min(history.lastStep(), (long) Math.floor(part.to())),
                columns);
    }

    private List<Column> columns(Source source) {
        return switch (source) {
            case Source.Measured(Curve curve, _) ->
                    List.of(new Column(source.id(), step -> history.value(curve, step), false));
            case Source.Distance() ->
                    List.of(
                            score(source.id(), p -> p.score().images().frechet().value()),
                            score("frechet_se", p -> p.score().images().frechet().spread()),
                            score("frechet_real", p -> p.score().baseline().frechet().value()));
            case Source.Covered() ->
                    List.of(score(source.id(), p -> p.score().images().coverage().seen()));
        };
    }

    private Column score(String name, ToDoubleFunction<ScorePoint> figure) {
        return new Column(
                name,
                step -> {
                    ScorePoint point = scores.get(step);
                    return point == null ? Double.NaN : figure.applyAsDouble(point);
                },
                false);
    }
}
