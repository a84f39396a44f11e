package org.ganatelier.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

import org.controlsfx.control.action.Action;
import org.ganatelier.text.Words;

/** What can be done by keyboard, part by part of the window, in two columns. */
final class ShortcutsPage extends HBox {
    ShortcutsPage(Commands commands, Words words) {
        getStyleClass().add("shortcuts");
        getChildren().addAll(anywhere(commands, words), inItsPlace(words));
    }

    /** What the keys mean wherever the focus is, and in what is typed into. */
    private static Column anywhere(Commands commands, Words words) {
        return new Column()
                .part(words.say("shell.shortcuts.part.training"))
                .row(
                        words.say("shell.keys.and-space", "keys", keys(commands.train)),
                        words.say("shell.shortcuts.train-or-pause"))
                .row(commands.reset)
                .row(commands.step)
                .row(commands.stepDiscriminator)
                .row(commands.stepGenerator)
                .part(words.say("shell.shortcuts.part.experiment-and-files"))
                .row(commands.undo)
                .row(commands.redo)
                .row(commands.newSeed)
                .row(commands.openData)
                .row(commands.openRun)
                .row(commands.saveRun)
                .row(commands.saveGrid)
                .part(words.say("shell.shortcuts.part.window"))
                .row(
                        words.say("shell.keys.f6-shift-f6"),
                        words.say("shell.shortcuts.go-to-the-next-part-of-the-window-or-back"))
                .row(commands.toggleTheme)
                .row(commands.toggleLatent)
                .row(commands.shortcuts)
                .row(
                        words.say("shell.keys.escape"),
                        words.say("shell.shortcuts.on-a-message-close-it"))
                .part(words.say("shell.shortcuts.part.fields"))
                .row(
                        words.say("shell.keys.enter"),
                        words.say("shell.shortcuts.take-over-what-is-typed"))
                .row(words.say("shell.keys.escape"), words.say("shell.shortcuts.take-it-back"));
    }

    /** What they mean where the focus is in a panel. */
    private static Column inItsPlace(Words words) {
        return new Column()
                .part(words.say("shell.shortcuts.part.layers-and-objective"))
                .row(
                        words.say("shell.keys.arrows-home-end"),
                        words.say(
                                "shell.shortcuts.go-from-layer-to-layer-and-to-the-other-network"))
                .row(
                        words.say("shell.keys.enter-escape"),
                        words.say("shell.shortcuts.open-the-fields-close-them"))
                .row(
                        words.say("shell.keys.insert"),
                        words.say("shell.shortcuts.add-a-layer-behind-this-one"))
                .row(
                        words.say("shell.keys.arrows-enter"),
                        words.say("shell.shortcuts.in-a-list-of-choices-move-choose"))
                .row(shortcut("D"), words.say("shell.shortcuts.duplicate"))
                .row(words.say("shell.keys.delete"), words.say("shell.shortcuts.remove"))
                .row(
                        words.say("shell.keys.alt-up-alt-down"),
                        words.say("shell.shortcuts.move-up-or-down"))
                .row(shortcut("M"), words.say("shell.shortcuts.move-to-the-other-network"))
                .row(
                        words.say("shell.keys.escape"),
                        words.say(
                                "shell.shortcuts.while-the-mouse-drags-a-layer-leave-it-where-it-was"))
                .part(words.say("shell.shortcuts.part.images"))
                .row(
                        words.say("shell.keys.arrows"),
                        words.say("shell.shortcuts.go-from-image-to-image"))
                .row(words.say("shell.keys.enter"), words.say("shell.shortcuts.choose-a-then-b"))
                .part(words.say("shell.shortcuts.part.curves"))
                .row(
                        words.say("shell.keys.left-right"),
                        words.say("shell.shortcuts.read-the-values-one-place-on-with-shift-ten"))
                .row(
                        words.say("shell.keys.home-end"),
                        words.say("shell.shortcuts.read-the-first-or-the-last-values"))
                .row(words.say("shell.keys.escape"), words.say("shell.shortcuts.read-no-more"))
                .part(words.say("shell.shortcuts.part.latent-explorer"))
                .row(
                        words.say("shell.keys.left-right"),
                        words.say("shell.shortcuts.on-the-bars-go-to-the-next-value"))
                .row(
                        words.say("shell.keys.page-up-page-down"),
                        words.say("shell.shortcuts.eight-values-back-or-on"))
                .row(
                        words.say("shell.keys.home-end"),
                        words.say("shell.shortcuts.the-first-or-the-last-value"))
                .row(
                        words.say("shell.keys.up-down"),
                        words.say("shell.shortcuts.change-it-by-0-1-with-shift-by-1"))
                .row(
                        words.say("shell.keys.delete-backspace"),
                        words.say("shell.shortcuts.set-it-to-0-on-the-bars-and-on-a-slider"));
    }

    private static String shortcut(String letter) {
        return KeyCombination.valueOf("Shortcut+" + letter).getDisplayText();
    }

    private static String keys(Action action) {
        return action.getAccelerator().getDisplayText();
    }

    /** Keys at the left, what they mean at the right. */
    private static final class Column extends GridPane {
        private int rows;

        Column() {
            getStyleClass().add("column");
        }

        Column part(String name) {
            var label = new Label(name);
            label.getStyleClass().add("part");
            add(label, 0, rows++, 2, 1);
            return this;
        }

        Column row(Action action) {
            return row(keys(action), action.getText());
        }

        Column row(String keys, String meaning) {
            var label = new Label(keys);
            label.getStyleClass().add("keys");
            label.setMinWidth(USE_PREF_SIZE);
            var text = new Label(meaning);
            text.setMinWidth(USE_PREF_SIZE);
            addRow(rows++, label, text);
            return this;
        }
    }
}
