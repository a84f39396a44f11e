package org.ganatelier.ui.shell;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Notices;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.NamedKeys;
import org.ganatelier.ui.widget.OneOfKeys;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changes how the window looks and where the keyboard is. */
final class ViewCommands extends CommandGroup {
    private static final KeyCombination ESCAPE = KeyCombination.valueOf("Esc");

    private static final String CODE = "code";
    private static final String LATENT = "latent";
    private static final String RUNS = "runs";

    final Action toggleTheme;
    final Action toggleLatent;
    final Action toggleRuns;
    final Action toggleCode;
    final Action larger;
    final Action smaller;
    final Action usualSize;
    final Action fullScreen;
    final Action maximise;
    final Action hide;

    /** One for each panel, in the order of their keys. */
    final List<Action> goTo;

    private final Workspace workspace;
    private final Words words;

    ViewCommands(Workspace workspace, Styles styles, Stage stage, Notices notices, Words words) {
        super(Optional.of(words.say("shell.shortcuts.part.window")), words);
        this.workspace = workspace;
        this.words = words;
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
        toggleLatent = toggle(LATENT, "shell.command.latent", Feather.COMPASS, "Shortcut+L");
        toggleCode = toggle(CODE, "shell.command.code", Feather.CODE, "Shortcut+K");
        toggleRuns = toggle(RUNS, "shell.command.runs", Feather.LAYERS, "Shortcut+J");
        maximise = view("shell.command.maximise", Feather.MAXIMIZE, "F8", workspace::toggleAlone);
        hide = view("shell.command.hide", Feather.EYE_OFF, "Shift+F8", workspace::hideCurrent);
        larger =
                size(
                        "shell.command.larger",
                        Feather.ZOOM_IN,
                        styles::enlarge,
                        "Shortcut+Plus",
                        "Shortcut+Equals",
                        "Shortcut+Shift+Equals",
                        "Shortcut+Shift+Plus",
                        "Shortcut+Add");
        smaller =
                size(
                        "shell.command.smaller",
                        Feather.ZOOM_OUT,
                        styles::shrink,
                        "Shortcut+Minus",
                        "Shortcut+Subtract");
        usualSize =
                size(
                        "shell.command.usual-size",
                        Feather.SEARCH,
                        styles::resetSize,
                        "Shortcut+0",
                        "Shortcut+Numpad 0");
        explain(
                String.join(", ", display(larger), display(smaller), display(usualSize)),
                words.say("shell.shortcuts.size"));
        fullScreen =
                view(
                        "shell.command.full-screen",
                        Feather.MONITOR,
                        "F11",
                        () -> stage.setFullScreen(!stage.isFullScreen()));
        onKeys(ESCAPE, () -> leave(notices, stage));
        explain(words.say("keys.escape"), words.say("shell.shortcuts.leave"));
        goTo = workspace.panels().stream().map(this::goTo).toList();
        live(styles.themeProperty()).subscribe(this::follow);
    }

    /** All panels, in the order of their keys. */
    List<Panel> panels() {
        return workspace.panels();
    }

    /** Whether a panel is not hidden. */
    boolean isShown(Panel panel) {
        return !workspace.shown().isHidden(panel);
    }

    /** Shows a panel, or hides it. */
    void show(Panel panel, boolean shown) {
        workspace.show(panel, shown);
    }

    private Action toggle(String panel, String key, Feather icon, String keys) {
        return command(words.say(key), words.say(key), icon, keys, () -> workspace.toggle(panel));
    }

    private Action view(String key, Feather icon, String keys, Runnable work) {
        return command(words.say(key), words.say(key + ".hint"), icon, keys, work);
    }

    private Action size(String key, Feather icon, Runnable work, String... keys) {
        var any = new OneOfKeys(Stream.of(keys).map(each -> NamedKeys.of(each, words)).toList());
        return unlisted(words.say(key), words.say(key), icon, any, work);
    }

    /** What a field or a menu has no use for: the last thing that came goes first. */
    private void leave(Notices notices, Stage stage) {
        if (!notices.open().isEmpty()) {
            notices.dismissAll();
        } else if (workspace.shown().alone().isPresent()) {
            workspace.toggleAlone();
        } else {
            stage.setFullScreen(false);
        }
    }

    /** What is remembered of the window. */
    Settings settings() {
        return workspace.settings();
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

    private void follow(Settings.Theme theme) {
        toggleTheme.setGraphic(
                new Icon(
                        switch (theme) {
                            case LIGHT -> Feather.MOON;
                            case DARK -> Feather.SUN;
                        }));
    }
}
