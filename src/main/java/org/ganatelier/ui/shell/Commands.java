package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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

    Commands(Session session, Dialogs dialogs, Styles styles, Runnable toggleLatentPanel) {
        Training training = session.training();
        var editor = session.editor();

        train =
                command(
                        "Train",
                        Feather.PLAY,
                        "F5",
                        "Train both networks",
                        () -> trainOrPause(training));
        reset =
                command(
                        "Reset",
                        Feather.ROTATE_CCW,
                        "Shortcut+R",
                        "Forget what was learnt and begin again with the networks as they are now",
                        training::reset);
        step =
                command(
                        "Step",
                        Feather.SKIP_FORWARD,
                        "F10",
                        "One step: the discriminator learns, then the generator",
                        () -> training.step(Run.Turn.BOTH));
        stepDiscriminator =
                command(
                        "Step the discriminator only",
                        Feather.EYE,
                        "Shift+F10",
                        "Half a step: only the discriminator learns",
                        () -> training.step(Run.Turn.DISCRIMINATOR));
        stepGenerator =
                command(
                        "Step the generator only",
                        Feather.EDIT_2,
                        "Shortcut+F10",
                        "Half a step: only the generator learns",
                        () -> training.step(Run.Turn.GENERATOR));
        undo = command("Undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", "Undo", editor::undo);
        redo = command("Redo", Feather.CORNER_UP_RIGHT, "Shortcut+Shift+Z", "Redo", editor::redo);
        newSeed =
                command(
                        "New seed",
                        Feather.SHUFFLE,
                        "Shortcut+E",
                        "Another random seed: other first weights, other noise",
                        () -> drawSeed(session));
        useBundled = Catalog.all().stream().map(set -> dataCommand(session, set)).toList();
        openData =
                command(
                        "Open IDX files…",
                        Feather.FOLDER,
                        "Shortcut+I",
                        "Images of your own, in the format of MNIST",
                        dialogs::openData);
        openRun =
                command(
                        "Open run…",
                        Feather.FOLDER,
                        "Shortcut+O",
                        "Load an experiment and go on with what it has learnt",
                        dialogs::openRun);
        saveRun =
                command(
                        "Save run…",
                        Feather.SAVE,
                        "Shortcut+S",
                        "Save the experiment with all that it has learnt",
                        dialogs::saveRun);
        saveGrid =
                command(
                        "Save picture of the images…",
                        Feather.IMAGE,
                        "Shortcut+P",
                        "Save the generated images as a PNG file",
                        dialogs::saveGrid);
        toggleTheme =
                command(
                        "Light or dark",
                        Feather.MOON,
                        "Shortcut+T",
                        "Change between light and dark",
                        styles::toggle);
        toggleLatent =
                command(
                        "Show or hide the latent explorer",
                        Feather.COMPASS,
                        "Shortcut+L",
                        "Show or hide the latent explorer",
                        toggleLatentPanel);
        shortcuts =
                command(
                        "Keyboard shortcuts",
                        Feather.COMMAND,
                        "F1",
                        "What can be done by keyboard",
                        () -> dialogs.showShortcuts(this));
        about =
                command(
                        "About GAN Atelier",
                        Feather.INFO,
                        "",
                        "About this program, its data and their licences",
                        dialogs::showAbout);
        bind(session);
        styles.themeProperty()
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
        bindUndo(undo, "Undo", session.editor().undoNameProperty());
        bindUndo(redo, "Redo", session.editor().redoNameProperty());
    }

    private void bindTrain(Training training) {
        training.goingProperty()
                .subscribe(
                        going -> {
                            train.setText(going ? "Pause" : "Train");
                            train.setGraphic(new Icon(going ? Feather.PAUSE : Feather.PLAY));
                            train.setLongText(
                                    (going ? "Pause the training" : "Train both networks")
                                            + " (F5 or Space)");
                        });
    }

    private static void bindUndo(
            Action action, String verb, ObservableValue<Optional<EditName>> name) {
        action.disabledProperty().bind(name.map(Optional::isEmpty));
        String keys = " (" + action.getAccelerator().getDisplayText() + ")";
        action.longTextProperty()
                .bind(
                        name.map(
                                edit ->
                                        verb
                                                + edit.map(
                                                                e ->
                                                                        ": "
                                                                                + EditNameText.say(
                                                                                        Words
                                                                                                .english(),
                                                                                        e))
                                                        .orElse("")
                                                + keys));
    }

    private Action dataCommand(Session session, BundledSet set) {
        return command(
                set.title(),
                Feather.GRID,
                "",
                "%s: %,d images of %d×%d"
                        .formatted(
                                set.contents().get("en"),
                                set.samples(),
                                set.spec().shape().height(),
                                set.spec().shape().width()),
                () ->
                        session.editor()
                                .edit(
                                        new EditName.UseData(set.title()),
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
            action.setLongText(tooltip + " (" + combination.getDisplayText() + ")");
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
