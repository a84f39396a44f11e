package org.ganatelier.text;

import org.ganatelier.session.Activity;
import org.ganatelier.session.ExportStage;
import org.ganatelier.session.TrainingState;

/** Says what goes on, as a status bar does. */
public final class StatusText {
    private StatusText() {}

    /** What the run is doing. */
    public static String say(Words words, TrainingState state) {
        return words.say(
                switch (state) {
                    case IDLE -> "session.state.idle";
                    case LOADING -> "session.state.loading";
                    case TRAINING -> "session.state.training";
                    case PAUSED -> "session.state.paused";
                    case FAILED -> "session.state.failed";
                });
    }

    /** What an export is about to do. */
    public static String say(Words words, ExportStage stage) {
        return words.say(
                switch (stage) {
                    case WAITING -> "session.export.waiting";
                    case COMPUTING -> "session.export.computing";
                    case READING -> "session.export.reading";
                    case WRITING -> "session.export.writing";
                });
    }

    /** What is being read or written. */
    public static String say(Words words, Activity activity) {
        return switch (activity) {
            case Activity.LoadingPreset() -> words.say("session.activity.loading-preset");
            case Activity.Opening(String file) ->
                    words.say("session.activity.opening", "file", file);
            case Activity.Saving(String file) -> words.say("session.activity.saving", "file", file);
        };
    }
}
