package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;

import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** What can be done by keyboard, part by part of the window, in one or two columns. */
final class ShortcutsPage extends GridPane {
    /**
     * @param narrow whether there is room for one column only
     */
    ShortcutsPage(Commands commands, Workspace workspace, boolean narrow, Words words) {
        getStyleClass().add("shortcuts");
        Column first = anywhere(commands, words);
        var second = new Column();
        addPanels(workspace, first, second, narrow);
        add(first, 0, 0);
        add(second, narrow ? 0 : 1, narrow ? 1 : 0);
    }

    private static Hyperlink glossary(HelpCommands help) {
        var glossary = new Hyperlink(help.glossary.getText(), new Icon(Feather.BOOK_OPEN));
        glossary.setMinWidth(USE_PREF_SIZE);
        Hints.on(glossary, help.glossary.getLongText());
        glossary.setOnAction(
                event -> {
                    // Nothing else can be used while this page is open.
                    glossary.getScene().getWindow().hide();
                    help.glossary.handle(event);
                });
        return glossary;
    }

    /** What the keys mean wherever the focus is, and in what is typed into. */
    private static Column anywhere(Commands commands, Words words) {
        var column = new Column();
        for (CommandGroup group : commands.groups()) {
            group.title().ifPresent(column::part);
            column.rows(group.help());
        }
        column.part(words.say("shell.shortcuts.part.fields"));
        column.rows(
                List.of(
                        new KeyHelp(
                                words.say("keys.enter"),
                                words.say("shell.shortcuts.take-over-what-is-typed")),
                        new KeyHelp(
                                words.say("keys.escape"),
                                words.say("shell.shortcuts.take-it-back"))));
        column.row(glossary(commands.help()));
        return column;
    }

    /**
     * What leads to a panel, and what keys mean there: each in the column that is the shorter one
     * up to there, the second where both are alike.
     */
    private static void addPanels(
            Workspace workspace, Column first, Column second, boolean oneColumn) {
        for (Panel panel : workspace.panels()) {
            String keys = keys(workspace, panel);
            if (!keys.isEmpty() || !panel.keys().isEmpty()) {
                boolean longer = second.rows > first.rows;
                Column column = longer && !oneColumn ? first : second;
                column.part(keys, panel.title());
                column.rows(panel.keys());
            }
        }
    }

    private static String keys(Workspace workspace, Panel panel) {
        return workspace.keysOf(panel).map(KeyCombination::getDisplayText).orElse("");
    }

    /** Keys at the left, what they mean at the right. */
    private static final class Column extends GridPane {
        private int rows;

        Column() {
            getStyleClass().add("column");
        }

        void part(String name) {
            add(heading(name), 0, rows++, 2, 1);
        }

        void part(String keys, String name) {
            Label label = keys(keys);
            label.getStyleClass().add("part");
            addRow(rows++, label, heading(name));
        }

        void rows(List<KeyHelp> lines) {
            for (KeyHelp line : lines) {
                var text = new Label(line.meaning());
                text.setMinWidth(USE_PREF_SIZE);
                addRow(rows++, keys(line.keys()), text);
            }
        }

        void row(Node node) {
            add(node, 0, rows++, 2, 1);
        }

        private static Label heading(String name) {
            var label = new Label(name);
            label.getStyleClass().add("part");
            return label;
        }

        private static Label keys(String keys) {
            var label = new Label(keys);
            label.getStyleClass().add("keys");
            label.setMinWidth(USE_PREF_SIZE);
            return label;
        }
    }
}
