package org.ganatelier.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

import org.controlsfx.control.action.Action;

/** What can be done by keyboard, part by part of the window, in two columns. */
final class ShortcutsPage extends HBox {
    ShortcutsPage(Commands commands) {
        getStyleClass().add("shortcuts");
        getChildren().addAll(anywhere(commands), inItsPlace());
    }

    /** What the keys mean wherever the focus is, and in what is typed into. */
    private static Column anywhere(Commands commands) {
        return new Column()
                .part("Training")
                .row(keys(commands.train) + ", Space", "Train, or pause")
                .row(commands.reset)
                .row(commands.step)
                .row(commands.stepDiscriminator)
                .row(commands.stepGenerator)
                .part("Experiment and files")
                .row(commands.undo)
                .row(commands.redo)
                .row(commands.newSeed)
                .row(commands.openData)
                .row(commands.openRun)
                .row(commands.saveRun)
                .row(commands.saveGrid)
                .part("Window")
                .row("F6, Shift+F6", "Go to the next part of the window, or back")
                .row(commands.toggleTheme)
                .row(commands.toggleLatent)
                .row(commands.shortcuts)
                .row("Escape", "On a message: close it")
                .part("Fields")
                .row("Enter", "Take over what is typed")
                .row("Escape", "Take it back");
    }

    /** What they mean where the focus is in a panel. */
    private static Column inItsPlace() {
        return new Column()
                .part("Layers and objective")
                .row("Arrows, Home, End", "Go from layer to layer and to the other network")
                .row("Enter, Escape", "Open the fields; close them")
                .row("Insert", "Add a layer behind this one")
                .row("Arrows, Enter", "In a list of choices: move, choose")
                .row(shortcut("D"), "Duplicate")
                .row("Delete", "Remove")
                .row("Alt+Up, Alt+Down", "Move up or down")
                .row(shortcut("M"), "Move to the other network")
                .row("Escape", "While the mouse drags a layer: leave it where it was")
                .part("Images")
                .row("Arrows", "Go from image to image")
                .row("Enter", "Choose A, then B")
                .part("Curves")
                .row("Left, Right", "Read the values one place on; with Shift, ten")
                .row("Home, End", "Read the first or the last values")
                .row("Escape", "Read no more")
                .part("Latent explorer")
                .row("Left, Right", "On the bars: go to the next value")
                .row("Page Up, Page Down", "Eight values back or on")
                .row("Home, End", "The first or the last value")
                .row("Up, Down", "Change it by 0.1; with Shift, by 1")
                .row("Delete, Backspace", "Set it to 0, on the bars and on a slider");
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
