package org.ganatelier.cli.support;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a training begins with and what is changed on its way.
 *
 * @param interventions edits in the order of their steps
 */
public record Script(Experiment beginning, Interventions interventions) {
    private static final Pattern ORDER = Pattern.compile("(\\d{1,18}):([^=]+)=(.*)");

    /** A change as it was ordered. */
    private record Order(long step, LiveSetting setting, String value) {}

    /**
     * What was done to an earlier run, and the edits of the command line, by their steps.
     *
     * @param orders such as {@code 500:objective.r1=1}
     * @throws UsageFailure for an order that is none
     * @throws CommandFailure where an edit makes an experiment that cannot be trained
     */
    public static Script of(Experiment beginning, Interventions earlier, List<String> orders) {
        List<Order> sorted =
                Stream.concat(
                                earlier.edits().stream()
                                        .map(e -> new Order(e.step(), e.setting(), e.after())),
                                orders.stream().map(Script::order))
                        .sorted(Comparator.comparingLong(Order::step))
                        .toList();
        var edits = new ArrayList<Edit>();
        Experiment now = beginning;
        for (Order order : sorted) {
            var edit = new Edit(order.step, order.setting, order.setting.of(now), order.value);
            now = applied(edit, now);
            edits.add(edit);
        }
        return new Script(beginning, new Interventions(edits, earlier.halfSteps()));
    }

    private static Order order(String text) {
        Matcher parts = ORDER.matcher(text);
        if (!parts.matches()) {
            throw new UsageFailure("--edit takes STEP:PATH=VALUE, not \"" + text + "\"");
        }
        LiveSetting setting =
                LiveSettings.at(parts.group(2))
                        .orElseThrow(
                                () ->
                                        new UsageFailure(
                                                "\"%s\" cannot change during a training; what can: %s"
                                                        .formatted(parts.group(2), paths())));
        return new Order(Long.parseLong(parts.group(1)), setting, parts.group(3));
    }

    private static Experiment applied(Edit edit, Experiment before) {
        try {
            Experiment after = edit.applyTo(before);
            var _ = Experiments.ready(after);
            return after;
        } catch (IllegalArgumentException e) {
            throw new UsageFailure("--edit: " + ValueText.say(Words.english(), e));
        }
    }

    private static String paths() {
        return LiveSettings.all().stream().map(LiveSetting::path).collect(Collectors.joining(", "));
    }
}
