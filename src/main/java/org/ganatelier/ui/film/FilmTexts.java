package org.ganatelier.ui.film;

import org.ganatelier.session.Frame;
import org.ganatelier.text.SettingText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to say of frames. */
final class FilmTexts {
    private static final int DIGITS = 2;
    private static final long MINUTE = 60;

    private final Words words;

    FilmTexts(Words words) {
        this.words = words;
    }

    /** Where one is in the film, in two words. */
    String place(Optional<Frame> lookedAt) {
        return lookedAt.map(frame -> words.say("film.at", "step", frame.step()))
                .orElseGet(() -> words.say("film.now"));
    }

    /** All that is known of a frame, a line for each thing. */
    String all(Frame frame, boolean best) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("film.frame", "step", frame.step(), "time", time(frame.seconds())));
        frame.distance()
                .ifPresent(
                        distance ->
                                lines.add(
                                        words.say(
                                                "film.frame.distance",
                                                "distance",
                                                words.figure(distance, DIGITS))));
        for (Edit edit : frame.edits()) {
            lines.add(
                    words.say(
                            "film.frame.edit",
                            Map.of(
                                    "step",
                                    edit.step(),
                                    "setting",
                                    SettingText.name(words, edit.setting()),
                                    "before",
                                    edit.before(),
                                    "after",
                                    edit.after())));
        }
        if (best) {
            lines.add(words.say("film.frame.best"));
        }
        if (frame.marked()) {
            lines.add(words.say("film.frame.marked"));
        }
        return String.join("\n", lines);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return "%d:%02d".formatted(whole / MINUTE, whole % MINUTE);
    }
}
