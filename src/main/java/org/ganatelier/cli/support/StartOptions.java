package org.ganatelier.cli.support;

import org.ganatelier.text.Language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the window starts.
 *
 * @param preset to begin with
 * @param train whether to train at once
 * @param screenshot where to save a picture of the window, after which the program ends; such a
 *     start neither reads nor writes what the window remembers
 * @param after the time from the window's opening to the screenshot
 * @param theme instead of the remembered one
 * @param size of the window's inside, instead of the remembered one
 * @param language instead of the remembered one
 */
public record StartOptions(
        Optional<String> preset,
        boolean train,
        Optional<Path> screenshot,
        Duration after,
        Optional<Theme> theme,
        Optional<Size> size,
        Optional<Language> language) {
    /** The window's colours. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /** Width and height in screen units, both above 0. */
    public record Size(int width, int height) {}

    /** Without options. */
    public static final StartOptions NONE = new StartArguments().options();
}
