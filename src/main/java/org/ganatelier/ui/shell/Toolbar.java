package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.controlsfx.control.action.ActionUtils.ActionTextBehavior;
import org.ganatelier.session.Documents;
import org.ganatelier.session.RecentFiles;
import org.ganatelier.session.Session;
import org.ganatelier.text.DataTitle;
import org.ganatelier.text.Language;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/**
 * The line of commands at the top of the window. What is in the middle has its place whatever the
 * experiment and its data are called. Where the window is narrow, what can be reached elsewhere
 * goes first. FX thread only.
 */
final class Toolbar extends CollapsingBar {
    private static final PseudoClass GOING = PseudoClass.getPseudoClass("going");
    private static final PseudoClass DUE = PseudoClass.getPseudoClass("due");

    private final Session session;
    private final Commands commands;
    private final Words words;
    private final ButtonBase train;

    /**
     * @param recent files, offered to be opened again
     * @param speak changes the language
     */
    Toolbar(
            Session session,
            Commands commands,
            RecentFiles recent,
            Consumer<Language> speak,
            Words words) {
        this.words = words;
        this.session = session;
        this.commands = commands;
        train = trainButton();
        getStyleClass().add("main-toolbar");
        Node name = experimentName();
        Node theme = iconButton("theme", commands.view().toggleTheme);
        Node history =
                line(
                        iconButton("undo", commands.experiment().undo),
                        iconButton("redo", commands.experiment().redo));
        Node seed = seed();
        Node speed = new SpeedSlider(session.training().speedProperty(), words);
        Node reset = resetButton();
        Node data = dataMenu();
        var more = new MoreMenu(session, commands, speak, words);
        getChildren()
                .addAll(
                        new FileMenu(commands.files(), commands.exchange(), recent, words),
                        data,
                        new PresetMenu(session, Documents.presets(), words),
                        name,
                        spring(),
                        reset,
                        train,
                        stepButton(),
                        speed,
                        spring(),
                        seed,
                        history,
                        theme,
                        more);
        // The first is in the window's title, the others in the menu.
        collapse(List.of(name, theme, history, seed, speed, reset, data));
        more.standInFor(theme, history, seed, speed, reset);
        more.standInForData(data);
        ClickFocus.keep(this, train);
    }

    /** The keyboard begins where most people want to begin. */
    void focusTrain() {
        train.requestFocus();
    }

    private Node experimentName() {
        var name = new Label();
        name.getStyleClass().addAll("experiment-name", "text-muted");
        var experiment = session.editor().experimentProperty();
        var unsaved = session.documents().current().unsavedProperty();
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        PresetText.nameOf(words, experiment.get().name())
                                                + (unsaved.get() ? "*" : ""),
                                experiment,
                                unsaved));
        var tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        Bindings.when(unsaved)
                                .then(words.say("shell.toolbar.experiment.unsaved"))
                                .otherwise(words.say("shell.toolbar.experiment")));
        name.setTooltip(tooltip);
        return name;
    }

    private Node dataMenu() {
        var menu = new MenuButton();
        menu.setId("data");
        var experiment = Live.on(menu, session.editor().experimentProperty());
        menu.textProperty()
                .bind(
                        experiment.map(
                                e ->
                                        words.say(
                                                "shell.toolbar.data",
                                                "title",
                                                DataTitle.shortOf(words, e.data()))));
        var tooltip = Hints.on(menu, "");
        tooltip.textProperty()
                .bind(
                        menu.textProperty()
                                .map(text -> text + "\n" + words.say("shell.toolbar.data.hint")));
        menu.accessibleTextProperty().bind(menu.textProperty());
        commands.experiment().useData.forEach(use -> menu.getItems().add(TwoLines.itemOf(use)));
        menu.getItems().addAll(new SeparatorMenuItem(), TwoLines.itemOf(commands.files().openData));
        return menu;
    }

    private Node resetButton() {
        ButtonBase button = textButton(commands.run().reset);
        button.setId("reset");
        // Space must not reset again.
        button.addEventHandler(ActionEvent.ACTION, _ -> train.requestFocus());
        Live.on(button, session.training().changesWaitProperty())
                .subscribe(waiting -> button.pseudoClassStateChanged(DUE, waiting));
        return button;
    }

    private ButtonBase trainButton() {
        ButtonBase button = textButton(commands.run().train);
        button.setId("train");
        button.getStyleClass().addAll("success", "train-button");
        Live.on(button, session.training().goingProperty())
                .subscribe(going -> button.pseudoClassStateChanged(GOING, going));
        return button;
    }

    private Node stepButton() {
        var button = new SplitMenuButton();
        button.setId("step");
        button.setMinWidth(USE_PREF_SIZE);
        button.setText(commands.run().step.getText());
        button.setGraphic(new Icon(Feather.SKIP_FORWARD));
        Hints.on(button, commands.run().step.getLongText());
        Terms.on(button, "step", words);
        button.setAccessibleText(commands.run().step.getLongText());
        Reasons.disableAs(button, commands.run().step);
        button.setOnAction(commands.run().step);
        button.getItems()
                .addAll(
                        ActionUtils.createMenuItem(commands.run().stepDiscriminator),
                        ActionUtils.createMenuItem(commands.run().stepGenerator),
                        ActionUtils.createMenuItem(commands.slow().slowMotion));
        return button;
    }

    private Node seed() {
        var label = new Label(words.say("shell.toolbar.seed"));
        label.getStyleClass().add("text-muted");
        var field = new SeedField(session.editor(), words);
        field.setId("seed");
        label.setLabelFor(field);
        Terms.on(field, "seed", words);
        Terms.on(label, "seed", words);
        return line(label, field, iconButton("dice", commands.experiment().newSeed));
    }

    private static ButtonBase textButton(Action action) {
        ButtonBase button = ActionUtils.createButton(action, ActionTextBehavior.SHOW);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ButtonBase iconButton(String id, Action action) {
        ButtonBase button = ActionUtils.createButton(action, ActionTextBehavior.HIDE);
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(action.longTextProperty());
        return button;
    }

    private static Node line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("toolbar-group");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
