package org.ganatelier.ui.shell;

import javafx.stage.FileChooser.ExtensionFilter;

import org.ganatelier.text.Words;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be chosen in a dialog of files, with the extension that its names end in. */
enum FileKind {
    PROJECT("shell.files.projects", ".atelier"),
    EXPERIMENT("shell.files.experiments", ".json"),
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

    /** One filter for several kinds. */
    static ExtensionFilter filter(Words words, FileKind... kinds) {
        List<String> patterns = Arrays.stream(kinds).map(kind -> "*" + kind.extension).toList();
        return new ExtensionFilter(
                words.say("shell.files.all", "patterns", String.join(", ", patterns)), patterns);
    }

    /** The name of a file without the extension. */
    String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(extension)
                ? name.substring(0, name.length() - extension.length())
                : name;
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
