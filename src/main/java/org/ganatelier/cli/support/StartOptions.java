package org.ganatelier.cli.support;

import org.ganatelier.text.Language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the window starts.
 *
 * @param file to open in it
 * @param preset to begin with: its name, or a file
 * @param train whether to train at once
 * @param screenshot where to save a picture of the window, after which the program ends; such a
 *     start neither reads nor writes what the window remembers
 * @param after the time from the window's opening to the screenshot
 * @param theme instead of the remembered one
 * @param size of the window's inside, instead of the remembered one
 * @param language instead of the remembered one
 * @param newWindow whether another window opens even where one is open already
 */
public record StartOptions(
        Optional<Path> file,
        Optional<String> preset,
        boolean train,
        Optional<Path> screenshot,
        Duration after,
        Optional<Theme> theme,
        Optional<Size> size,
        Optional<Language> language,
        boolean newWindow) {
    /** The window's colours. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /** Width and height in screen units, both above 0. */
    public record Size(int width, int height) {}

    /** Without options. */
    public static final StartOptions NONE = new StartArguments().options();

    /** Whether a window that is open already can do what was asked for. */
    public boolean suitsAnOpenWindow() {
        return withoutFile().equals(NONE);
    }

    private StartOptions withoutFile() {
        return new StartOptions(
                Optional.empty(),
                preset,
                train,
                screenshot,
                after,
                theme,
                size,
                language,
                newWindow);
    }
}
