package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.controlsfx.control.action.ActionUtils.ActionTextBehavior;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.text.DataTitle;
import org.ganatelier.text.Language;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Live;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/** The line of commands at the top of the window. */
final class Toolbar extends ToolBar {
    private static final PseudoClass GOING = PseudoClass.getPseudoClass("going");
    private static final PseudoClass DUE = PseudoClass.getPseudoClass("due");
    private static final double PRESET_TEXT_WIDTH = 360;
    private static final double SPEED_WIDTH = 110;
    private static final double NAME_WIDTH = 170;

    private final Session session;
    private final Commands commands;
    private final Consumer<Language> speak;
    private final Words words;
    private final ButtonBase train;

    Toolbar(
            Session session,
            Commands commands,
            List<String> presets,
            Consumer<Language> speak,
            Words words) {
        this.speak = speak;
        this.words = words;
        this.session = session;
        this.commands = commands;
        train = trainButton();
        getStyleClass().add("main-toolbar");
        getItems()
                .addAll(
                        title(),
                        experimentName(),
                        dataMenu(),
                        presetMenu(presets),
                        spring(),
                        resetButton(),
                        train,
                        stepButton(),
                        speed(),
                        spring(),
                        seed(),
                        iconButton("undo", commands.experiment().undo),
                        iconButton("redo", commands.experiment().redo),
                        iconButton("theme", commands.view().toggleTheme),
                        moreMenu());
    }

    /** The keyboard begins where most people want to begin. */
    void focusTrain() {
        train.requestFocus();
    }

    private static Node title() {
        var title = new Label("GAN Atelier");
        title.getStyleClass().add("program-title");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private Node experimentName() {
        var name = new Label();
        name.getStyleClass().addAll("experiment-name", "text-muted");
        name.setMaxWidth(NAME_WIDTH);
        var experiment = session.editor().experimentProperty();
        var edited = session.documents().editedProperty();
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        PresetText.nameOf(words, experiment.get().name())
                                                + (edited.get() ? "*" : ""),
                                experiment,
                                edited));
        var tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        Bindings.when(edited)
                                .then(words.say("shell.toolbar.experiment.edited"))
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
        menu.setTooltip(new Tooltip(words.say("shell.toolbar.data.hint")));
        menu.accessibleTextProperty().bind(menu.textProperty());
        commands.experiment().useData.forEach(use -> menu.getItems().add(described(use)));
        menu.getItems().addAll(new SeparatorMenuItem(), described(commands.files().openData));
        return menu;
    }

    private Node presetMenu(List<String> presets) {
        var menu = new MenuButton(words.say("shell.toolbar.presets"));
        menu.setId("presets");
        menu.setTooltip(new Tooltip(words.say("shell.toolbar.presets.hint")));
        menu.setAccessibleText(words.say("shell.toolbar.presets"));
        for (String preset : presets) {
            MenuItem item =
                    twoLines(PresetText.title(words, preset), PresetText.lesson(words, preset));
            Documents documents = session.documents();
            item.setOnAction(_ -> documents.load(preset));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem described(Action action) {
        MenuItem item = twoLines(action.getText(), action.getLongText());
        item.setOnAction(action);
        return item;
    }

    /** A menu item with a line of explanation under its name. */
    private static MenuItem twoLines(String text, String explanation) {
        var name = new Label(text);
        name.getStyleClass().add("menu-choice");
        // Not a label: in a menu, that would take one line whatever its length.
        var line = new Text(explanation);
        line.getStyleClass().add("menu-explanation");
        line.setWrappingWidth(PRESET_TEXT_WIDTH);
        var item = new CustomMenuItem(new VBox(name, line));
        // For assistive technology and for tests: the content is a node, which a menu cannot read.
        item.setText(text);
        return item;
    }

    private Node resetButton() {
        ButtonBase button = textButton(commands.run().reset);
        button.setId("reset");
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
        button.setText(commands.run().step.getText());
        button.setGraphic(new Icon(Feather.SKIP_FORWARD));
        button.setTooltip(new Tooltip(commands.run().step.getLongText()));
        button.setAccessibleText(commands.run().step.getLongText());
        button.disableProperty().bind(commands.run().step.disabledProperty());
        button.setOnAction(commands.run().step);
        button.getItems()
                .addAll(
                        ActionUtils.createMenuItem(commands.run().stepDiscriminator),
                        ActionUtils.createMenuItem(commands.run().stepGenerator));
        return button;
    }

    private Node speed() {
        var speed = session.training().speedProperty();
        var slider = new Slider(0, 1, SpeedScale.positionOf(speed.get()));
        slider.setPrefWidth(SPEED_WIDTH);
        slider.setBlockIncrement(0.05);
        slider.valueProperty()
                .subscribe(position -> speed.set(SpeedScale.speedAt(position.doubleValue())));
        var text =
                Live.on(slider, speed)
                        .map(
                                now ->
                                        words.say(
                                                "shell.toolbar.speed",
                                                "speed",
                                                SpeedScale.describe(now.doubleValue(), words)));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        slider.setTooltip(tooltip);
        slider.accessibleTextProperty().bind(text);
        var slow = new Label(words.say("shell.toolbar.slow"));
        var fast = new Label(words.say("shell.toolbar.fast"));
        slow.getStyleClass().add("text-muted");
        fast.getStyleClass().add("text-muted");
        return line(slow, slider, fast);
    }

    private Node seed() {
        var label = new Label(words.say("shell.toolbar.seed"));
        label.getStyleClass().add("text-muted");
        var field = new SeedField(session.editor(), words);
        field.setId("seed");
        label.setLabelFor(field);
        return line(label, field, iconButton("dice", commands.experiment().newSeed));
    }

    private Node moreMenu() {
        var menu = new MenuButton("", new Icon(Feather.MENU));
        menu.setId("more");
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setTooltip(new Tooltip(words.say("shell.toolbar.more")));
        menu.setAccessibleText(words.say("shell.toolbar.more"));
        var runs = new RunsMenu(session, words);
        menu.setOnShowing(_ -> runs.update());
        menu.getItems()
                .addAll(
                        runs,
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(commands.files().openRun),
                        ActionUtils.createMenuItem(commands.files().saveRun),
                        ActionUtils.createMenuItem(commands.files().saveGrid),
                        new SeparatorMenuItem(),
                        panelsMenu(),
                        ActionUtils.createMenuItem(commands.view().toggleBottom),
                        languageMenu(),
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(commands.help().shortcuts),
                        ActionUtils.createMenuItem(commands.help().about));
        return menu;
    }

    private MenuItem panelsMenu() {
        var menu = new Menu(words.say("shell.toolbar.panels"), new Icon(Feather.LAYOUT));
        menu.setId("panels");
        commands.view()
                .goTo
                .forEach(action -> menu.getItems().add(ActionUtils.createMenuItem(action)));
        return menu;
    }

    private MenuItem languageMenu() {
        var menu = new Menu(words.say("shell.toolbar.language"), new Icon(Feather.GLOBE));
        var group = new ToggleGroup();
        for (Language language : Language.offered()) {
            var item = new RadioMenuItem(language.title());
            item.setId("language-" + language.code());
            item.setToggleGroup(group);
            item.setSelected(language == words.language());
            item.setOnAction(_ -> speak.accept(language));
            menu.getItems().add(item);
        }
        return menu;
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

    private static Node spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
