package org.ganatelier.ui.shell;

import javafx.beans.value.ObservableValue;

import org.controlsfx.control.action.Action;
import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.session.Session;
import org.ganatelier.text.DataTitle;
import org.ganatelier.text.EditNameText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What changes the experiment as a whole. */
final class ExperimentCommands extends CommandGroup {
    /** A random seed has at most six digits: it is read aloud and typed again in a class. */
    private static final int SEEDS = 1_000_000;

    final Action undo;
    final Action redo;
    final Action newSeed;
    final List<Action> useData;
    final Action sweep;

    private final Words words;
    private final ExperimentEditor editor;

    /**
     * @param openSweep opens the window of many trainings
     */
    ExperimentCommands(Session session, Runnable openSweep, Words words) {
        super(Optional.of(words.say("shell.shortcuts.part.experiment")), words);
        this.words = words;
        editor = session.editor();
        undo = history("shell.command.undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", editor::undo);
        redo =
                history(
                        "shell.command.redo",
                        Feather.CORNER_UP_RIGHT,
                        "Shortcut+Shift+Z",
                        editor::redo);
        follow(undo, "shell.command.undo", live(editor.undoNameProperty()));
        follow(redo, "shell.command.redo", live(editor.redoNameProperty()));
        newSeed =
                command(
                        words.say("shell.command.new-seed"),
                        words.say("shell.command.new-seed.hint"),
                        Feather.SHUFFLE,
                        "Shortcut+E",
                        this::drawSeed);
        sweep =
                command(
                        words.say("shell.command.sweep"),
                        words.say("shell.command.sweep.hint"),
                        Feather.COPY,
                        openSweep);
        useData =
                Stream.concat(
                                Catalog.all().stream().map(this::use),
                                Stream.of(Distribution.values()).map(this::use))
                        .toList();
    }

    private Action history(String key, Feather icon, String keys, Runnable work) {
        return command(words.say(key), words.say(key), icon, keys, work);
    }

    private void follow(Action action, String key, ObservableValue<Optional<EditName>> name) {
        Reasons.disable(
                action,
                name.map(
                        edit ->
                                edit.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(words.say(key + ".none"))));
        String keys = display(action);
        action.longTextProperty().bind(name.map(edit -> withKeys(meaning(key, edit), keys)));
    }

    private String meaning(String key, Optional<EditName> edit) {
        return edit.map(e -> words.say(key + ".edit", "edit", EditNameText.say(words, e)))
                .orElseGet(() -> words.say(key));
    }

    private Action use(BundledSet set) {
        return command(
                set.title(),
                words.say(
                        "shell.data.bundled",
                        Map.of(
                                "contents",
                                DataTitle.contents(words, set),
                                "n",
                                set.samples(),
                                "height",
                                set.spec().shape().height(),
                                "width",
                                set.spec().shape().width())),
                Feather.GRID,
                () -> use(set.spec()));
    }

    private Action use(Distribution distribution) {
        var data = new DataSpec.Drawn(distribution);
        return command(
                DataTitle.of(words, data),
                words.say(
                        "shell.data.drawn",
                        "points",
                        Distribution.POINTS,
                        "modes",
                        distribution.modes()),
                Feather.TARGET,
                () -> use(data));
    }

    private void use(DataSpec data) {
        editor.edit(new EditName.UseData(data), e -> e.withSamples(data));
    }

    private void drawSeed() {
        long seed = RandomGenerator.getDefault().nextInt(SEEDS);
        editor.edit(new EditName.ChangeSeed(), e -> e.withSeed(seed));
    }
}
