package org.ganatelier.ui.shell;

import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;

import org.controlsfx.control.action.ActionUtils;
import org.ganatelier.session.RecentFiles;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

/** All that has to do with files. FX thread only. */
final class FileMenu extends MenuButton {
    FileMenu(FileCommands files, ExchangeCommands exchange, RecentFiles recent, Words words) {
        super(words.say("shell.file"));
        setId("file");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(words.say("shell.file"));
        Hints.on(this, words.say("shell.file.hint"));
        var opened = new RecentMenu(recent, files::open, words);
        setOnShowing(_ -> opened.update());
        getItems()
                .addAll(
                        ActionUtils.createMenuItem(files.begin),
                        ActionUtils.createMenuItem(files.open),
                        opened,
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(files.save),
                        ActionUtils.createMenuItem(files.saveAs),
                        ActionUtils.createMenuItem(files.revert),
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(files.saveGrid),
                        ActionUtils.createMenuItem(files.saveRun),
                        ActionUtils.createMenuItem(exchange.export),
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(exchange.importFiles),
                        ActionUtils.createMenuItem(exchange.importClipboard),
                        ActionUtils.createMenuItem(files.openData),
                        new SeparatorMenuItem(),
                        ActionUtils.createMenuItem(files.recover));
    }
}
