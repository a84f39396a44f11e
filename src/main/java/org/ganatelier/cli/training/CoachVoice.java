package org.ganatelier.cli.training;

import org.ganatelier.coach.fact.Evidence;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the coach says, on a command line. */
public final class CoachVoice {
    private CoachVoice() {}

    /** One line. */
    public static String line(Finding finding, DataSpec data) {
        return CoachText.line(Words.english(), finding, data);
    }

    /** A line for what was said, and below it what would help and where it is explained. */
    public static String full(Finding finding, DataSpec data) {
        Words words = Words.english();
        var text = new StringBuilder();
        text.append(
                "step %,d: %s (%s)%n  %s"
                        .formatted(
                                finding.step(),
                                CoachText.title(words, finding),
                                finding.rule(),
                                CoachText.text(words, finding, data)));
        finding.remedy()
                .ifPresent(
                        remedy ->
                                text.append(
                                        "%n  To try: %s."
                                                .formatted(CoachText.remedy(words, remedy))));
        finding.preset()
                .ifPresent(preset -> text.append("%n  The preset %s shows it.".formatted(preset)));
        CoachText.source(finding)
                .ifPresent(source -> text.append("%n  Source: %s".formatted(source)));
        return text.toString();
    }

    /** All of it, for a program. */
    public static List<Map<String, Object>> json(List<Finding> findings, DataSpec data) {
        return findings.stream().map(finding -> json(finding, data)).toList();
    }

    private static Map<String, Object> json(Finding finding, DataSpec data) {
        Words words = Words.english();
        var values = new LinkedHashMap<String, Object>();
        values.put("rule", finding.rule());
        values.put("step", finding.step());
        var evidence = new LinkedHashMap<String, Object>();
        for (Evidence one : finding.evidence()) {
            evidence.put(one.figure().id(), plain(one));
        }
        values.put("evidence", evidence);
        values.put(
                "text",
                CoachText.title(words, finding) + ". " + CoachText.text(words, finding, data));
        values.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.remedy().ifPresent(remedy -> values.put("try", CoachText.remedy(words, remedy)));
        finding.preset().ifPresent(preset -> values.put("preset", preset));
        CoachText.source(finding).ifPresent(source -> values.put("source", source));
        return values;
    }

    private static Number plain(Evidence evidence) {
        double value = evidence.value();
        return switch (evidence.figure().unit()) {
            case COUNT, CLASS -> Math.round(value);
            case NUMBER, SMALL, SHARE ->
                    // Six digits say all that was measured.
                    Double.valueOf(String.format(Locale.ROOT, "%.6g", value));
        };
    }
}
