package org.ganatelier.ui.shell;

import javafx.scene.input.KeyCombination;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/** What changes how the window looks and where the keyboard is. */
final class ViewCommands extends CommandGroup {
    final Action toggleTheme;
    final Action toggleBottom;

    /** One for each panel, in the order of their keys. */
    final List<Action> goTo;

    private final Workspace workspace;

    ViewCommands(Workspace workspace, Styles styles, Words words) {
        super(Optional.of(words.say("shell.shortcuts.part.window")), words);
        this.workspace = workspace;
        onKeys(KeyCombination.valueOf("F6"), () -> workspace.cycle(1));
        onKeys(KeyCombination.valueOf("Shift+F6"), () -> workspace.cycle(-1));
        explain(
                words.say("keys.f6-shift-f6"),
                words.say("shell.shortcuts.go-to-the-next-part-of-the-window-or-back"));
        toggleTheme =
                command(
                        words.say("shell.command.theme"),
                        words.say("shell.command.theme.hint"),
                        Feather.MOON,
                        "Shortcut+T",
                        styles::toggle);
        toggleBottom =
                command(
                        words.say("shell.command.latent"),
                        words.say("shell.command.latent"),
                        Feather.COMPASS,
                        "Shortcut+L",
                        workspace::toggleBottom);
        goTo = workspace.panels().stream().map(this::goTo).toList();
        live(styles.themeProperty()).subscribe(this::show);
    }

    /** The page of shortcuts names their keys beside what they lead to. */
    private Action goTo(Panel panel) {
        return workspace
                .keysOf(panel)
                .map(
                        keys ->
                                unlisted(
                                        panel.title(),
                                        panel.title(),
                                        panel.icon(),
                                        keys,
                                        () -> workspace.goTo(panel)))
                .orElseGet(
                        () ->
                                command(
                                        panel.title(),
                                        panel.title(),
                                        panel.icon(),
                                        () -> workspace.goTo(panel)));
    }

    private void show(Settings.Theme theme) {
        toggleTheme.setGraphic(
                new Icon(
                        switch (theme) {
                            case LIGHT -> Feather.MOON;
                            case DARK -> Feather.SUN;
                        }));
    }
}
