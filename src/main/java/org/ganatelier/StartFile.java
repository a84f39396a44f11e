package org.ganatelier;

import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.Presets;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The file that a start names, if it does. */
final class StartFile {
    private StartFile() {}

    /**
     * The file to open, or the one that is named in place of a preset.
     *
     * @throws IllegalArgumentException with a sentence for the user where there is neither such a
     *     preset nor such a file. What is in the file is the window's matter
     */
    static Optional<Path> of(StartOptions options) {
        Optional<Path> preset =
                options.preset()
                        .filter(name -> !Presets.names().contains(name))
                        .map(StartFile::presetFile);
        return options.file().or(() -> preset);
    }

    private static Path presetFile(String name) {
        try {
            Path file = Path.of(name);
            if (!name.isBlank() && Files.exists(file)) {
                return file;
            }
        } catch (InvalidPathException _) {
            // No file can have such a name.
        }
        throw new IllegalArgumentException(
                FileText.say(
                        Words.english(),
                        new FileProblem.NeitherFileNorPreset(name, Presets.names())));
    }
}
