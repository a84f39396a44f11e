package org.ganatelier.ui.shell;

import javafx.scene.Scene;

import java.util.List;
import java.util.stream.Stream;

/**
 * All commands of the window, by subject: what menus, toolbar, scene and the page of shortcuts
 * read. FX thread only.
 */
record Commands(
        RunCommands run,
        SlowCommands slow,
        ExperimentCommands experiment,
        FileCommands files,
        ExchangeCommands exchange,
        ViewCommands view,
        HelpCommands help) {
    /** In the order of the page of shortcuts. */
    List<CommandGroup> groups() {
        return List.of(run, slow, experiment, files, exchange, view, help);
    }

    /** All that keys do wherever the focus is. */
    Stream<CommandGroup.Shortcut> shortcuts() {
        return groups().stream().flatMap(group -> group.shortcuts().stream());
    }

    /** Lets a scene's keys do what they say. */
    void installIn(Scene scene) {
        shortcuts()
                .forEach(shortcut -> scene.getAccelerators().put(shortcut.keys(), shortcut.work()));
    }

    /** Others take their place: they follow nothing any more. */
    void retire() {
        groups().forEach(CommandGroup::retire);
    }
}
