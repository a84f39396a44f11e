package org.ganatelier.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.input.KeyCombination;

import org.controlsfx.control.action.Action;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.widget.NamedKeys;
import org.ganatelier.ui.widget.OneOfKeys;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands of one subject, each declared once: text, icon, tooltip, keys, and when it can be
 * used. Menus, toolbar, scene and the page of shortcuts read it here. FX thread only.
 */
abstract class CommandGroup {
    /**
     * What keys do wherever the focus is.
     *
     * @param keys that no other shortcut of the window has
     */
    record Shortcut(KeyCombination keys, Runnable work) {}

    private final Optional<String> title;
    private final Words words;
    private final List<Action> actions = new ArrayList<>();
    private final List<Shortcut> shortcuts = new ArrayList<>();
    private final List<KeyHelp> help = new ArrayList<>();

    /** False once others have taken their place: they follow the session no longer. */
    private final BooleanProperty active = new SimpleBooleanProperty(true);

    /**
     * @param title of its part of the page of shortcuts; without one it stands in the part before
     */
    CommandGroup(Optional<String> title, Words words) {
        this.title = title;
        this.words = words;
    }

    final Optional<String> title() {
        return title;
    }

    /** All its commands. */
    final List<Action> actions() {
        return List.copyOf(actions);
    }

    final List<Shortcut> shortcuts() {
        return List.copyOf(shortcuts);
    }

    /** Its lines on the page of shortcuts. */
    final List<KeyHelp> help() {
        return List.copyOf(help);
    }

    /** Others take their place: they follow nothing any more. */
    final void retire() {
        active.set(false);
    }

    /** A value as long as these commands are in use. */
    final <T> ObservableValue<T> live(ObservableValue<T> value) {
        return value.when(active);
    }

    /** A command without keys. */
    final Action command(String text, String hint, Feather icon, Runnable work) {
        var action = new Action(text, _ -> work.run());
        action.setGraphic(new Icon(icon));
        action.setLongText(hint);
        actions.add(action);
        return action;
    }

    /** A command with keys, explained on the page of shortcuts by its text. */
    final Action command(String text, String hint, Feather icon, String keys, Runnable work) {
        Action action = unlisted(text, hint, icon, KeyCombination.valueOf(keys), work);
        explain(display(action), text);
        return action;
    }

    /** A command with keys that the page of shortcuts explains in another way. */
    final Action unlisted(
            String text, String hint, Feather icon, KeyCombination keys, Runnable work) {
        Action action = command(text, hint, icon, work);
        action.setAccelerator(named(keys));
        action.setLongText(withKeys(hint, display(action)));
        onKeys(keys, () -> fire(action));
        return action;
    }

    /** Lets keys do something. */
    final void onKeys(KeyCombination keys, Runnable work) {
        shortcuts.add(new Shortcut(named(keys), work));
    }

    private KeyCombination named(KeyCombination keys) {
        return keys instanceof OneOfKeys ? keys : NamedKeys.of(keys, words);
    }

    /** Adds a line to the page of shortcuts. */
    final void explain(String keys, String meaning) {
        help.add(new KeyHelp(keys, meaning));
    }

    final String withKeys(String meaning, String keys) {
        return words.say("shell.command.with-keys", "meaning", meaning, "keys", keys);
    }

    /** The keys of a command that has some, as they are shown. */
    static String display(Action action) {
        return action.getAccelerator().getDisplayText();
    }

    /** Does what a command says, if it can be used now. */
    static void fire(Action action) {
        if (!action.isDisabled()) {
            action.handle(new ActionEvent());
        }
    }
}
