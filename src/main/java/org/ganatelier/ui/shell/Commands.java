package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

import org.controlsfx.control.action.Action;
import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.EditName;
import org.ganatelier.session.Session;
import org.ganatelier.session.Training;
import org.ganatelier.text.EditNameText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Run;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Everything that can be ordered from the toolbar, the menus and the keyboard, each declared once:
 * text, icon, tooltip, shortcut, and when it can be used.
 */
final class Commands {
    /** A random seed has at most six digits: it is read aloud and typed again in a class. */
    private static final int SEEDS = 1_000_000;

    private static final KeyCombination SPACE = KeyCombination.valueOf("Space");

    private final Words words;

    /** False once others have taken their place: they follow the session no longer. */
    private final BooleanProperty active = new SimpleBooleanProperty(true);

    private final List<Action> all = new ArrayList<>();

    final Action train;
    final Action reset;
    final Action step;
    final Action stepDiscriminator;
    final Action stepGenerator;
    final Action undo;
    final Action redo;
    final Action newSeed;
    final List<Action> useBundled;
    final Action openData;
    final Action openRun;
    final Action saveRun;
    final Action saveGrid;
    final Action toggleTheme;
    final Action toggleLatent;
    final Action shortcuts;
    final Action about;

    Commands(
            Session session,
            Dialogs dialogs,
            Styles styles,
            Runnable toggleLatentPanel,
            Words words) {
        this.words = words;
        Training training = session.training();
        var editor = session.editor();

        train =
                command(
                        words.say("shell.command.train"),
                        Feather.PLAY,
                        "F5",
                        words.say("shell.command.train.hint"),
                        () -> trainOrPause(training));
        reset =
                command(
                        words.say("shell.command.reset"),
                        Feather.ROTATE_CCW,
                        "Shortcut+R",
                        words.say("shell.command.reset.hint"),
                        training::reset);
        step =
                command(
                        words.say("shell.command.step"),
                        Feather.SKIP_FORWARD,
                        "F10",
                        words.say("shell.command.step.hint"),
                        () -> training.step(Run.Turn.BOTH));
        stepDiscriminator =
                command(
                        words.say("shell.command.d-step"),
                        Feather.EYE,
                        "Shift+F10",
                        words.say("shell.command.d-step.hint"),
                        () -> training.step(Run.Turn.DISCRIMINATOR));
        stepGenerator =
                command(
                        words.say("shell.command.g-step"),
                        Feather.EDIT_2,
                        "Shortcut+F10",
                        words.say("shell.command.g-step.hint"),
                        () -> training.step(Run.Turn.GENERATOR));
        undo =
                command(
                        words.say("shell.command.undo"),
                        Feather.CORNER_UP_LEFT,
                        "Shortcut+Z",
                        words.say("shell.command.undo"),
                        editor::undo);
        redo =
                command(
                        words.say("shell.command.redo"),
                        Feather.CORNER_UP_RIGHT,
                        "Shortcut+Shift+Z",
                        words.say("shell.command.redo"),
                        editor::redo);
        newSeed =
                command(
                        words.say("shell.command.new-seed"),
                        Feather.SHUFFLE,
                        "Shortcut+E",
                        words.say("shell.command.new-seed.hint"),
                        () -> drawSeed(session));
        useBundled = Catalog.all().stream().map(set -> dataCommand(session, set)).toList();
        openData =
                command(
                        words.say("shell.command.open-data"),
                        Feather.FOLDER,
                        "Shortcut+I",
                        words.say("shell.command.open-data.hint"),
                        dialogs::openData);
        openRun =
                command(
                        words.say("shell.command.open-run"),
                        Feather.FOLDER,
                        "Shortcut+O",
                        words.say("shell.command.open-run.hint"),
                        dialogs::openRun);
        saveRun =
                command(
                        words.say("shell.command.save-run"),
                        Feather.SAVE,
                        "Shortcut+S",
                        words.say("shell.command.save-run.hint"),
                        dialogs::saveRun);
        saveGrid =
                command(
                        words.say("shell.command.save-grid"),
                        Feather.IMAGE,
                        "Shortcut+P",
                        words.say("shell.command.save-grid.hint"),
                        dialogs::saveGrid);
        toggleTheme =
                command(
                        words.say("shell.command.theme"),
                        Feather.MOON,
                        "Shortcut+T",
                        words.say("shell.command.theme.hint"),
                        styles::toggle);
        toggleLatent =
                command(
                        words.say("shell.command.latent"),
                        Feather.COMPASS,
                        "Shortcut+L",
                        words.say("shell.command.latent"),
                        toggleLatentPanel);
        shortcuts =
                command(
                        words.say("shell.command.shortcuts"),
                        Feather.COMMAND,
                        "F1",
                        words.say("shell.command.shortcuts.hint"),
                        () -> dialogs.showShortcuts(this));
        about =
                command(
                        words.say("shell.command.about"),
                        Feather.INFO,
                        "",
                        words.say("shell.command.about.hint"),
                        dialogs::showAbout);
        bind(session);
        live(styles.themeProperty())
                .subscribe(
                        theme ->
                                toggleTheme.setGraphic(
                                        new Icon(
                                                switch (theme) {
                                                    case LIGHT -> Feather.MOON;
                                                    case DARK -> Feather.SUN;
                                                })));
    }

    /** Lets a scene's keys do what they say. */
    void installIn(Scene scene) {
        for (Action action : all) {
            if (action.getAccelerator() != null) {
                scene.getAccelerators().put(action.getAccelerator(), () -> fire(action));
            }
        }
        scene.getAccelerators().put(SPACE, () -> fire(train));
    }

    /** Others take their place: they follow nothing any more. */
    void retire() {
        active.set(false);
    }

    /** A value as long as these commands are in use. */
    private <T> ObservableValue<T> live(ObservableValue<T> value) {
        return value.when(active);
    }

    private static void fire(Action action) {
        if (!action.isDisabled()) {
            action.handle(new ActionEvent());
        }
    }

    private void bind(Session session) {
        Training training = session.training();
        var ready =
                Bindings.createBooleanBinding(
                        () -> session.editor().outcomeProperty().get() instanceof Outcome.Ready,
                        session.editor().outcomeProperty());
        BooleanBinding noRun =
                Bindings.createBooleanBinding(
                        () -> training.runProperty().get().isEmpty(), training.runProperty());
        var cannotTrain = training.liveProperty().not().and(ready.not());
        train.disabledProperty().bind(cannotTrain);
        step.disabledProperty().bind(cannotTrain);
        stepDiscriminator.disabledProperty().bind(cannotTrain);
        stepGenerator.disabledProperty().bind(cannotTrain);
        reset.disabledProperty().bind(noRun.or(ready.not()));
        saveRun.disabledProperty().bind(noRun);
        saveGrid.disabledProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> training.previewProperty().get().isEmpty(),
                                training.previewProperty()));
        bindTrain(training);
        bindUndo(undo, "shell.command.undo", live(session.editor().undoNameProperty()));
        bindUndo(redo, "shell.command.redo", live(session.editor().redoNameProperty()));
    }

    private void bindTrain(Training training) {
        live(training.goingProperty())
                .subscribe(
                        going -> {
                            train.setText(
                                    words.say(
                                            going ? "shell.command.pause" : "shell.command.train"));
                            train.setGraphic(new Icon(going ? Feather.PAUSE : Feather.PLAY));
                            train.setLongText(
                                    withKeys(
                                            words.say(
                                                    going
                                                            ? "shell.command.pause.hint"
                                                            : "shell.command.train.hint"),
                                            words.say("shell.keys.f5-or-space")));
                        });
    }

    private void bindUndo(Action action, String key, ObservableValue<Optional<EditName>> name) {
        action.disabledProperty().bind(name.map(Optional::isEmpty));
        String keys = action.getAccelerator().getDisplayText();
        action.longTextProperty()
                .bind(
                        name.map(
                                edit ->
                                        withKeys(
                                                edit.map(
                                                                e ->
                                                                        words.say(
                                                                                key + ".edit",
                                                                                "edit",
                                                                                EditNameText.say(
                                                                                        words, e)))
                                                        .orElseGet(() -> words.say(key)),
                                                keys)));
    }

    private String withKeys(String meaning, String keys) {
        return words.say("shell.command.with-keys", "meaning", meaning, "keys", keys);
    }

    private Action dataCommand(Session session, BundledSet set) {
        return command(
                set.title(),
                Feather.GRID,
                "",
                words.say(
                        "shell.data.bundled",
                        Map.of(
                                "contents",
                                set.contents().get(words.language().locale().getLanguage()),
                                "n",
                                set.samples(),
                                "height",
                                set.spec().shape().height(),
                                "width",
                                set.spec().shape().width())),
                () ->
                        session.editor()
                                .edit(
                                        new EditName.UseData(set.spec()),
                                        e -> e.withData(set.spec())));
    }

    private Action command(String text, Feather icon, String keys, String tooltip, Runnable work) {
        var action = new Action(text, _ -> work.run());
        action.setGraphic(new Icon(icon));
        if (keys.isEmpty()) {
            action.setLongText(tooltip);
        } else {
            var combination = KeyCombination.valueOf(keys);
            action.setAccelerator(combination);
            action.setLongText(withKeys(tooltip, combination.getDisplayText()));
        }
        all.add(action);
        return action;
    }

    private static void trainOrPause(Training training) {
        if (training.goingProperty().get()) {
            training.pause();
        } else {
            training.train();
        }
    }

    private static void drawSeed(Session session) {
        long seed = RandomGenerator.getDefault().nextInt(SEEDS);
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(seed));
    }
}
