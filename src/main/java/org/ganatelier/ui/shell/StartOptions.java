package org.ganatelier.ui.shell;

import org.ganatelier.session.Settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 */
public record StartOptions(
        Optional<String> preset,
        boolean train,
        Optional<Path> screenshot,
        Duration after,
        Optional<Settings.Theme> theme,
        Optional<Size> size) {
    /** Width and height in screen units, both above 0. */
    public record Size(int width, int height) {}

    /** Without options. */
    public static final StartOptions NONE =
            new StartOptions(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Duration.ofSeconds(3),
                    Optional.empty(),
                    Optional.empty());

    private static final Pattern SIZE = Pattern.compile("(\\d{3,5})x(\\d{3,5})");
    private static final double LONGEST_SECONDS = 24 * 3600;

    /**
     * Reads {@code --preset NAME --train --screenshot FILE --after SECONDS --theme light|dark
     * --size WIDTHxHEIGHT}, all of them optional.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static StartOptions parse(List<String> arguments) {
        StartOptions options = NONE;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(), rest);
        }
        return options;
    }

    private StartOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--train" -> new StartOptions(preset, true, screenshot, after, theme, size);
            case "--preset" ->
                    new StartOptions(
                            Optional.of(value(option, rest)),
                            train,
                            screenshot,
                            after,
                            theme,
                            size);
            case "--screenshot" ->
                    new StartOptions(
                            preset,
                            train,
                            Optional.of(path(value(option, rest))),
                            after,
                            theme,
                            size);
            case "--after" ->
                    new StartOptions(
                            preset, train, screenshot, seconds(value(option, rest)), theme, size);
            case "--theme" ->
                    new StartOptions(
                            preset,
                            train,
                            screenshot,
                            after,
                            Optional.of(theme(value(option, rest))),
                            size);
            case "--size" ->
                    new StartOptions(
                            preset,
                            train,
                            screenshot,
                            after,
                            theme,
                            Optional.of(size(value(option, rest))));
            default -> throw new IllegalArgumentException("The window has no option " + option);
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.remove();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no name of a file", e);
        }
    }

    private static Duration seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0 && seconds <= LONGEST_SECONDS) {
                return Duration.ofMillis(Math.round(seconds * 1000));
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw new IllegalArgumentException(
                "--after needs seconds between 0 and a day, not \"" + text + "\"");
    }

    private static Settings.Theme theme(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "light" -> Settings.Theme.LIGHT;
            case "dark" -> Settings.Theme.DARK;
            default ->
                    throw new IllegalArgumentException(
                            "--theme is light or dark, not \"" + text + "\"");
        };
    }

    private static Size size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "--size needs a width and a height such as 1366x768, not \"" + text + "\"");
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
