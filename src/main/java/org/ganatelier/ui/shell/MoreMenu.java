package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.controlsfx.control.action.ActionUtils;
import org.ganatelier.session.Session;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/**
 * The menu at the toolbar's end: what has no button, and what has lost its own in a narrow window.
 * FX thread only.
 */
final class MoreMenu extends MenuButton {
    private final Session session;
    private final Commands commands;
    private final Words words;

    /**
     * @param speak changes the language
     */
    MoreMenu(Session session, Commands commands, Consumer<Language> speak, Words words) {
        super("", new Icon(Feather.MENU));
        this.session = session;
        this.commands = commands;
        this.words = words;
        setId("more");
        getStyleClass().addAll("button-icon", "flat", "no-arrow");
        setTooltip(new Tooltip(words.say("shell.toolbar.more")));
        setAccessibleText(words.say("shell.toolbar.more"));
        var runs = new RunsMenu(session, words);
        setOnShowing(_ -> runs.update());
        getItems()
                .addAll(
                        runs,
                        ActionUtils.createMenuItem(commands.experiment().sweep),
                        new SeparatorMenuItem(),
                        panelsMenu(),
                        viewMenu(),
                        languageMenu(speak),
                        new BeginMenu(commands.view().settings(), words),
                        layersMenu(),
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(commands.help().glossary),
                        ActionUtils.createMenuItem(commands.help().shortcuts),
                        ActionUtils.createMenuItem(commands.help().about));
    }

    /** Offers what the toolbar has no room for, as long as it has none. */
    void standInFor(Node theme, Node history, Node seed, Node speed, Node reset) {
        var separator = new SeparatorMenuItem();
        separator.visibleProperty().bind(theme.managedProperty().not());
        getItems()
                .addAll(
                        0,
                        List.of(
                                whenGone(reset, ActionUtils.createMenuItem(commands.run().reset)),
                                whenGone(
                                        speed,
                                        held(
                                                new SpeedSlider(
                                                        session.training().speedProperty(),
                                                        words))),
                                whenGone(seed, held(seedWithItsName())),
                                whenGone(
                                        seed,
                                        ActionUtils.createMenuItem(commands.experiment().newSeed)),
                                whenGone(
                                        history,
                                        ActionUtils.createMenuItem(commands.experiment().undo)),
                                whenGone(
                                        history,
                                        ActionUtils.createMenuItem(commands.experiment().redo)),
                                whenGone(
                                        theme,
                                        ActionUtils.createMenuItem(commands.view().toggleTheme)),
                                separator));
    }

    /** Offers the data, as long as the toolbar has no room for its button. */
    void standInForData(Node data) {
        var menu = new Menu(words.say("shell.toolbar.data.menu"), new Icon(Feather.DATABASE));
        commands.experiment()
                .useData
                .forEach(use -> menu.getItems().add(ActionUtils.createMenuItem(use)));
        getItems().add(0, whenGone(data, menu));
    }

    private static MenuItem whenGone(Node node, MenuItem item) {
        item.visibleProperty().bind(node.managedProperty().not());
        return item;
    }

    private Node seedWithItsName() {
        var row =
                new HBox(
                        new Label(words.say("shell.toolbar.seed")),
                        new SeedField(session.editor(), words));
        row.getStyleClass().add("named-control");
        return row;
    }

    /** A control in the menu, which stays open while it is used. */
    private static MenuItem held(Node control) {
        return new CustomMenuItem(control, false);
    }

    private MenuItem panelsMenu() {
        var menu = new Menu(words.say("shell.toolbar.panels"), new Icon(Feather.LAYOUT));
        menu.setId("panels");
        commands.view()
                .goTo
                .forEach(action -> menu.getItems().add(ActionUtils.createMenuItem(action)));
        return menu;
    }

    private MenuItem viewMenu() {
        var menu = new Menu(words.say("shell.toolbar.view"), new Icon(Feather.EYE));
        menu.setId("view");
        ViewCommands view = commands.view();
        menu.getItems()
                .addAll(
                        ActionUtils.createMenuItem(view.larger),
                        ActionUtils.createMenuItem(view.smaller),
                        ActionUtils.createMenuItem(view.usualSize),
                        ActionUtils.createMenuItem(view.fullScreen),
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(view.maximise),
                        ActionUtils.createMenuItem(view.hide));
        for (Panel panel : view.panels()) {
            var item = new CheckMenuItem(words.say("shell.view.show", "panel", panel.title()));
            item.setId("show-" + panel.id());
            item.setOnAction(_ -> view.show(panel, item.isSelected()));
            menu.getItems().add(item);
            menu.addEventHandler(Menu.ON_SHOWING, _ -> item.setSelected(view.isShown(panel)));
        }
        return menu;
    }

    /** Whose layers compute the next run. */
    private MenuItem layersMenu() {
        var menu = new Menu(words.say("shell.layers"), new Icon(Feather.CPU));
        menu.setId("layers-of");
        var group = new ToggleGroup();
        for (boolean stock : new boolean[] {false, true}) {
            var item =
                    new RadioMenuItem(words.say(stock ? "shell.layers.stock" : "shell.layers.own"));
            item.setToggleGroup(group);
            item.setSelected(stock == session.stockLayersProperty().get());
            item.setOnAction(_ -> session.stockLayersProperty().set(stock));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem languageMenu(Consumer<Language> speak) {
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
}
