package org.ganatelier.ui.shell;

import javafx.stage.FileChooser.ExtensionFilter;

import org.ganatelier.text.Words;

import java.nio.file.Path;
import java.util.Locale;

/** What can be chosen in a dialog of files, with the extension that its names end in. */
enum FileKind {
    RUN("shell.files.runs", ".atelier"),
    PICTURE("shell.files.pictures", ".png");

    private final String key;
    private final String extension;

    FileKind(String key, String extension) {
        this.key = key;
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    ExtensionFilter filter(Words words) {
        String pattern = "*" + extension;
        return new ExtensionFilter(words.say(key, "pattern", pattern), pattern);
    }

    /**
     * The file to save to: the chosen one, with the extension where its name lacks it. GTK's dialog
     * adds none, and none but these names are listed when a file is opened. What another dot is
     * followed by belongs to the name: "rate 0.001".
     */
    Path named(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(extension)
                ? chosen
                : chosen.resolveSibling(name + extension);
    }
}
