package org.ganatelier.ui.networks;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.widget.NamedKeys;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done to a layer, each once: for the keyboard and the menu. FX thread only. */
final class LayerCommands {
    /**
     * A command on a layer.
     *
     * @param obstacle why it makes no sense for this layer now; empty where it does
     */
    private record Command(
            String text,
            Feather icon,
            KeyCombination keys,
            Function<Place.Layer, Optional<String>> obstacle,
            Consumer<Place.Layer> action) {}

    private static final KeyCombination DUPLICATE = key(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination ACROSS = key(KeyCode.M, KeyCombination.SHORTCUT_DOWN);

    private final Words words;
    private final List<List<Command>> groups;

    /**
     * The commands.
     *
     * @param open opens the fields of a layer
     * @param add shows the palette for the place behind a layer
     */
    LayerCommands(
            NetworksModel model,
            Consumer<Place.Layer> open,
            Consumer<Place.Layer> add,
            Words words) {
        this.words = words;
        groups =
                List.of(
                        List.of(
                                always(
                                        words.say("networks.layer.edit"),
                                        Feather.EDIT_2,
                                        key(KeyCode.ENTER),
                                        open),
                                always(
                                        words.say("networks.layer.add"),
                                        Feather.PLUS,
                                        key(KeyCode.INSERT),
                                        add),
                                always(
                                        words.say("networks.layer.duplicate"),
                                        Feather.COPY,
                                        DUPLICATE,
                                        model::duplicate)),
                        List.of(
                                move(
                                        model,
                                        words.say("networks.layer.up"),
                                        Feather.ARROW_UP,
                                        KeyCode.UP,
                                        -1,
                                        words.say("networks.layer.is-first")),
                                move(
                                        model,
                                        words.say("networks.layer.down"),
                                        Feather.ARROW_DOWN,
                                        KeyCode.DOWN,
                                        1,
                                        words.say("networks.layer.is-last")),
                                always(
                                        words.say("networks.layer.across"),
                                        Feather.REPEAT,
                                        ACROSS,
                                        model::moveAcross)),
                        List.of(
                                always(
                                        words.say("networks.layer.remove"),
                                        Feather.TRASH_2,
                                        key(KeyCode.DELETE),
                                        model::remove)));
    }

    /** Does what the keys mean for a layer; whether they meant something. */
    boolean handle(KeyEvent event, Place.Layer at) {
        var command =
                groups.stream().flatMap(List::stream).filter(c -> c.keys.match(event)).findFirst();
        command.filter(c -> c.obstacle.apply(at).isEmpty()).ifPresent(c -> c.action.accept(at));
        return command.isPresent();
    }

    /** What keys mean on a layer, and around the objective. */
    List<KeyHelp> help() {
        return List.of(
                help("keys.arrows-home-end", "networks.keys.go"),
                help("keys.enter-escape", "networks.keys.open"),
                help("keys.insert", "networks.keys.add"),
                help("keys.arrows-enter", "networks.keys.choose"),
                help(DUPLICATE, "networks.keys.duplicate"),
                help("keys.delete", "networks.keys.remove"),
                help("keys.alt-up-alt-down", "networks.keys.move"),
                help(ACROSS, "networks.keys.across"),
                help("networks.keys.paste", "networks.keys.paste.meaning"),
                help("keys.escape", "networks.keys.drag"));
    }

    private KeyHelp help(String keys, String meaning) {
        return new KeyHelp(words.say(keys), words.say(meaning));
    }

    private KeyHelp help(KeyCombination keys, String meaning) {
        return new KeyHelp(NamedKeys.of(keys, words).getDisplayText(), words.say(meaning));
    }

    /** The menu of a layer. */
    ContextMenu menu(Place.Layer at) {
        var menu = new ContextMenu();
        for (List<Command> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(command -> menu.getItems().add(item(command, at)));
        }
        return menu;
    }

    private MenuItem item(Command command, Place.Layer at) {
        var item = new MenuItem(command.text, new FontIcon(command.icon));
        item.setAccelerator(NamedKeys.of(command.keys, words));
        Reasons.disable(item, command.obstacle.apply(at));
        item.setOnAction(event -> command.action.accept(at));
        return item;
    }

    private static Command always(
            String text, Feather icon, KeyCombination keys, Consumer<Place.Layer> action) {
        return new Command(text, icon, keys, at -> Optional.empty(), action);
    }

    private static Command move(
            NetworksModel model, String text, Feather icon, KeyCode code, int by, String noRoom) {
        return new Command(
                text,
                icon,
                key(code, KeyCombination.ALT_DOWN),
                at -> model.canMove(at, by) ? Optional.empty() : Optional.of(noRoom),
                at -> model.move(at, by));
    }

    private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
