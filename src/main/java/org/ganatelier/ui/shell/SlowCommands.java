package org.ganatelier.ui.shell;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Training;
import org.ganatelier.text.Words;
import org.ganatelier.train.Run;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** What takes a step apart, and brings that before the user's eyes. */
final class SlowCommands extends CommandGroup {
    /** The panel of a step in slow motion. */
    private static final String SLOW = "slow";

    /** Two rows of images with what is said of them. */
    private static final double LEAST_HEIGHT = 520;

    final Action slowMotion;

    /**
     * @param step the command that takes a step: where it cannot be used, neither can this
     */
    SlowCommands(Training training, Workspace workspace, Action step, Words words) {
        super(Optional.empty(), words);
        slowMotion =
                command(
                        words.say("slow.command"),
                        words.say("slow.command.hint"),
                        Feather.FILM,
                        "F9",
                        () -> {
                            workspace.goTo(SLOW, LEAST_HEIGHT);
                            training.dissect(Run.Turn.BOTH);
                        });
        Reasons.disableAs(slowMotion, step);
    }
}
