package org.ganatelier.text;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.OptionalLong;

/** Says what is left of a former session. */
public final class RecoveryText {
    private RecoveryText() {}

    /**
     * How the session ended.
     *
     * @param crashReport what the Java runtime wrote where it crashed
     */
    public static String ended(Words words, Optional<Path> crashReport) {
        return crashReport
                .map(file -> words.say("session.recovery.crashed", "file", file))
                .orElseGet(() -> words.say("session.recovery.ended"));
    }

    /**
     * How far the work was, and when it was kept.
     *
     * @param step of the run; empty where nothing was trained
     */
    public static String state(Words words, OptionalLong step, Instant savedAt) {
        String time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(words.language().locale())
                        .withZone(ZoneId.systemDefault())
                        .format(savedAt);
        return step.isPresent()
                ? words.say("session.recovery.trained", "step", step.getAsLong(), "time", time)
                : words.say("session.recovery.untrained", "time", time);
    }
}
