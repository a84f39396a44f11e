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

import java.util.ArrayList;
import java.util.Optional;

/** The runs of this session, newest first: one of them is shown, and an earlier one can go on. */
final class RunsMenu extends Menu {
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
        setDisable(runs.all().isEmpty());
        var items = new ArrayList<MenuItem>();
        var group = new ToggleGroup();
        for (RunEntry entry : runs.all().reversed()) {
            items.add(item(entry, group));
        }
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
        Optional<RunEntry> earlier =
                runs.shownProperty().get().filter(entry -> !isCurrent(entry) && entry.canGoOn());
        item.setDisable(earlier.isEmpty());
        item.setOnAction(_ -> earlier.ifPresent(entry -> training.goOnWith(entry.id())));
        return item;
    }

    private boolean isCurrent(RunEntry entry) {
        return runs.currentProperty().get().filter(entry::equals).isPresent();
    }
}
