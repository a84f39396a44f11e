package org.ganatelier.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Runs;
import org.ganatelier.session.Session;
import org.ganatelier.session.Training;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;

import java.util.ArrayList;
import java.util.Optional;

/**
 * The newest runs of this session, newest first: one of them is shown, and an earlier one can go
 * on. All of them are in the table of runs.
 */
final class RunsMenu extends Menu {
    /** More lines are not read at a glance. */
    private static final int MOST = 6;

    private final Runs runs;
    private final Training training;
    private final Words words;

    RunsMenu(Session session, Words words) {
        super(words.say("shell.runs"));
        this.runs = session.runs();
        this.training = session.training();
        this.words = words;
        setId("runs");
        update();
    }

    /**
     * Lists the runs as they are now: a menu is looked at now and then, a run grows all the time.
     */
    void update() {
        Reasons.disable(
                this,
                runs.all().isEmpty()
                        ? Optional.of(words.say("shell.reason.no-run"))
                        : Optional.empty());
        var items = new ArrayList<MenuItem>();
        var group = new ToggleGroup();
        runs.all().reversed().stream().limit(MOST).forEach(entry -> items.add(item(entry, group)));
        items.add(new SeparatorMenuItem());
        items.add(goOn());
        getItems().setAll(items);
    }

    private MenuItem item(RunEntry entry, ToggleGroup group) {
        var item =
                new RadioMenuItem(
                        words.say(
                                isCurrent(entry) ? "shell.runs.current" : "shell.runs.earlier",
                                "experiment",
                                PresetText.nameOf(words, entry.start().experiment().name()),
                                "step",
                                entry.history().lastStep()));
        item.setToggleGroup(group);
        item.setSelected(runs.shownProperty().get().filter(entry::equals).isPresent());
        item.setOnAction(_ -> runs.show(entry.id()));
        return item;
    }

    private MenuItem goOn() {
        var item = new MenuItem(words.say("shell.runs.go-on"));
        item.setId("go-on");
        Optional<RunEntry> shown = runs.shownProperty().get();
        Reasons.disable(item, shown.flatMap(this::cannotGoOn));
        item.setOnAction(_ -> shown.ifPresent(entry -> training.goOnWith(entry.id())));
        return item;
    }

    private Optional<String> cannotGoOn(RunEntry shown) {
        if (isCurrent(shown)) {
            return Optional.of(words.say("shell.reason.current-run"));
        }
        return shown.canGoOn()
                ? Optional.empty()
                : Optional.of(words.say("shell.reason.run-forgotten"));
    }

    private boolean isCurrent(RunEntry entry) {
        return runs.currentProperty().get().filter(entry::equals).isPresent();
    }
}
