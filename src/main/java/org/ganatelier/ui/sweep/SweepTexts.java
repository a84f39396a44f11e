package org.ganatelier.ui.sweep;

import org.ganatelier.plan.model.Problem;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.session.SweepForecast;
import org.ganatelier.session.SweepState;
import org.ganatelier.session.Sweeps;
import org.ganatelier.sweep.Rejected;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.SweepRun.SweepWords;
import org.ganatelier.text.FileText;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.ProblemText;
import org.ganatelier.text.Words;

import java.util.Map;
import java.util.stream.Collectors;

/** What is said of sweeps. */
final class SweepTexts implements SweepWords {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;

    private final Words words;

    SweepTexts(Words words) {
        this.words = words;
    }

    @Override
    public String of(Throwable failure) {
        return NoticeText.say(words, Sweeps.happening(failure));
    }

    @Override
    public String of(Rejected rejected) {
        Problem first = rejected.outcome().problems().getFirst();
        return ProblemText.message(words, first.violation());
    }

    /** How many trainings there would be, and how long they would take; or what is wrong. */
    String of(SweepForecast forecast) {
        return switch (forecast) {
            case SweepForecast.Possible(int trainings, int rejected, var seconds) -> {
                String count = words.say("sweep.forecast", "count", trainings);
                String refused =
                        rejected == 0 ? "" : " " + words.say("sweep.rejected", "count", rejected);
                String time =
                        seconds.isPresent()
                                ? " "
                                        + words.say(
                                                "sweep.takes", "time", time(seconds.getAsDouble()))
                                : "";
                yield count + refused + time;
            }
            case SweepForecast.Wrong(var problems) ->
                    problems.stream()
                            .map(problem -> FileText.say(words, problem))
                            .collect(Collectors.joining("\n"));
        };
    }

    private String time(double seconds) {
        if (seconds < 2 * MINUTE) {
            return words.say("sweep.time.seconds", "count", Math.round(seconds));
        }
        return seconds < 2 * HOUR
                ? words.say("sweep.time.minutes", "count", Math.round(seconds / MINUTE))
                : words.say("sweep.time.hours", "count", Math.round(seconds / HOUR));
    }

    /** How many trainings are done. */
    String progress(SweepState state) {
        long all = state.standing().rows().stream().filter(r -> r.cell().isPresent()).count();
        long open =
                state.standing().rows().stream()
                        .filter(row -> row.state() == Row.State.UNFINISHED)
                        .count();
        return words.say(
                state.running() ? "sweep.progress" : "sweep.done",
                Map.of("done", all - open, "all", all));
    }

    /** How far a training is. */
    String state(Row row, SweepState state) {
        boolean going =
                row.cell().filter(cell -> state.training().containsKey(cell.name())).isPresent();
        return switch (row.state()) {
            case UNFINISHED -> words.say(going ? "sweep.state.training" : "sweep.state.waiting");
            case COMPLETED -> words.say("sweep.state.completed");
            case ENDED_EARLY -> words.say("sweep.state.ended-early");
            case DIVERGED, OVERFLOWED -> words.say("sweep.state.diverged");
            case FAILED -> words.say("sweep.state.failed");
            case REJECTED -> words.say("sweep.state.rejected");
        };
    }

    /** How good the images of a training are; a dash where nobody scored them. */
    String distance(Row row) {
        return row.result()
                .flatMap(CellResult::score)
                .map(score -> words.decimal(score.images().frechet().value(), 2))
                .orElse("–");
    }
}
