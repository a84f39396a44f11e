package org.ganatelier.cli.sweeping;

import org.ganatelier.cli.support.GoalText;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.SeedGroup;
import org.ganatelier.sweep.SettingNames;
import org.ganatelier.sweep.Standing;
import org.ganatelier.sweep.Sweep;
import org.ganatelier.train.Goal;
import org.ganatelier.train.quality.Quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A sweep and its results in words for a terminal. */
public final class SweepReport {
    /** More lines than a person reads; the file has all. */
    private static final int MOST_LINES = 20;

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;

    private final Map<String, String> names;

    public SweepReport(Sweep sweep) {
        names = SettingNames.of(sweep.file().axes());
    }

    /** Which training it is: "digits, batchSize=32, seed 3". */
    String title(Row row) {
        String seed = row.seed().isPresent() ? ", seed " + row.seed().getAsLong() : "";
        String settings =
                names.entrySet().stream()
                        .map(
                                name ->
                                        ", %s=%s"
                                                .formatted(
                                                        name.getValue(), value(row, name.getKey())))
                        .collect(Collectors.joining());
        return row.base() + settings + seed;
    }

    private static String value(Row row, String path) {
        return row.settings().getOrDefault(path, "");
    }

    /** A line of what is going to be done. */
    public String plan(Row row) {
        String name = row.cell().map(cell -> cell.name() + "  ").orElse("");
        return name + title(row) + (row.state() == Row.State.UNFINISHED ? "" : ": " + state(row));
    }

    /**
     * How many trainings there are, and how long they will take.
     *
     * @param seconds empty where nobody knows
     */
    public static String summary(Standing standing, int slots, OptionalDouble seconds) {
        Sweep sweep = standing.sweep();
        long done =
                standing.rows().stream()
                        .filter(row -> row.result().isPresent())
                        .filter(row -> row.state() != Row.State.UNFINISHED)
                        .count();
        var text = new StringBuilder();
        text.append(
                "%s of %s each, %d at a time"
                        .formatted(
                                trainings(sweep.cells().size()),
                                GoalText.of(sweep.file().goal()),
                                Math.min(slots, sweep.cells().size())));
        if (!sweep.rejected().isEmpty()) {
            text.append("; %,d combinations cannot be trained".formatted(sweep.rejected().size()));
        }
        if (done > 0) {
            text.append("; %,d are finished already".formatted(done));
        }
        seconds.ifPresent(time -> text.append(": about ").append(time(time)));
        text.append('.');
        if (sweep.file().goal() instanceof Goal.Seconds) {
            text.append(" Trainings that end by the clock cannot be repeated to the bit.");
        }
        return text.toString();
    }

    private static String trainings(int count) {
        return count == 1 ? "1 training" : "%,d trainings".formatted(count);
    }

    /** Seconds in words. */
    static String time(double seconds) {
        if (seconds < 2 * MINUTE) {
            return "%.0f s".formatted(seconds);
        }
        return seconds < 2 * HOUR
                ? "%.0f min".formatted(seconds / MINUTE)
                : "%.1f hours".formatted(seconds / HOUR);
    }

    /** How far a training came, as the end of a line. */
    static String state(Row row) {
        return switch (row.state()) {
            case UNFINISHED -> row.result().map(SweepReport::reached).orElse("not finished");
            case COMPLETED -> row.result().map(SweepReport::reached).orElse("");
            case ENDED_EARLY ->
                    row.result().map(SweepReport::reached).orElse("") + ", ended early as weak";
            case DIVERGED, OVERFLOWED ->
                    "diverged at step %,d".formatted(row.result().orElseThrow().last().step());
            case FAILED -> "failed: " + row.problem();
            case REJECTED -> "cannot be trained: " + row.problem();
        };
    }

    private static String reached(CellResult result) {
        String reached =
                "step %,d (%s)".formatted(result.last().step(), time(result.last().seconds()));
        return result.score()
                .map(
                        score ->
                                reached
                                        + ", distance %.3f, %d classes, confidence %.0f %%"
                                                .formatted(
                                                        score.images().frechet().value(),
                                                        score.images().coverage().seen(),
                                                        100 * score.images().confidence()))
                .orElse(reached);
    }

    /** The best trainings first. */
    public String table(Standing standing) {
        List<Row> best = standing.best();
        var lines = new ArrayList<List<String>>();
        var header =
                new ArrayList<>(
                        List.of("distance", "classes", "confidence", "step", "seconds", "seed"));
        header.add("experiment");
        header.addAll(names.values());
        header.add("end");
        lines.add(header);
        best.stream().limit(MOST_LINES).map(row -> line(row)).forEach(lines::add);
        String more =
                best.size() > MOST_LINES
                        ? "%n%,d more are in results.csv.".formatted(best.size() - MOST_LINES)
                        : "";
        return aligned(lines) + more + overSeeds(standing);
    }

    /** One seed says little: medians beside each other, where there are several. */
    private String overSeeds(Standing standing) {
        List<SeedGroup> groups = standing.groups();
        if (groups.size() < 2 || groups.stream().allMatch(group -> group.seeds() == 1)) {
            return "";
        }
        var lines = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("median", "least", "most", "seeds", "experiment"));
        header.addAll(names.values());
        lines.add(header);
        groups.stream().limit(MOST_LINES).map(this::line).forEach(lines::add);
        return "%n%nDistance over the seeds:%n".formatted() + aligned(lines);
    }

    private List<String> line(SeedGroup group) {
        var line = new ArrayList<String>();
        line.add("%.3f".formatted(group.median()));
        line.add("%.3f".formatted(group.least()));
        line.add("%.3f".formatted(group.most()));
        line.add(Integer.toString(group.seeds()));
        line.add(group.base());
        names.keySet().forEach(path -> line.add(group.settings().getOrDefault(path, "")));
        return line;
    }

    private List<String> line(Row row) {
        var line = new ArrayList<String>();
        var images = row.result().flatMap(CellResult::score).map(score -> score.images());
        line.add(images.map(of -> "%.3f".formatted(of.frechet().value())).orElse("-"));
        line.add(images.map(of -> Integer.toString(of.coverage().seen())).orElse("-"));
        line.add(images.map(SweepReport::confidence).orElse("-"));
        line.add(row.result().map(of -> "%,d".formatted(of.last().step())).orElse("-"));
        line.add(row.result().map(of -> "%.1f".formatted(of.last().seconds())).orElse("-"));
        line.add(row.seed().isPresent() ? Long.toString(row.seed().getAsLong()) : "-");
        line.add(row.base());
        names.keySet().forEach(path -> line.add(value(row, path)));
        line.add(
                switch (row.state()) {
                    case UNFINISHED -> "not finished";
                    case COMPLETED -> "completed";
                    case ENDED_EARLY -> "ended early";
                    case DIVERGED, OVERFLOWED -> "diverged";
                    case FAILED -> "failed: " + row.problem();
                    case REJECTED -> "rejected: " + row.problem();
                });
        return line;
    }

    private static String confidence(Quality images) {
        return "%.0f %%".formatted(100 * images.confidence());
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.getFirst().size();
        var widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return lines.stream()
                .map(line -> aligned(line, widths))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String aligned(List<String> line, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
        }
        return text.toString().stripTrailing();
    }
}
