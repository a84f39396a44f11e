package org.ganatelier.cli.support;

import org.ganatelier.text.Language;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The window's options on the command line. */
public final class StartArguments {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,5})x(\\d{3,5})");
    private static final double LONGEST_SECONDS = 24 * 3600;
    private static final Duration AFTER = Duration.ofSeconds(3);

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = {
                "Open this file: a run (.atelier), an experiment (.json), or images in the format",
                "of MNIST. A window that is open already opens it."
            })
    private @Nullable Path file;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Begin with this experiment: a preset's name, or a file.")
    private @Nullable String preset;

    @Option(names = "--train", description = "Train at once.")
    private boolean train;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Save a picture of the window, then exit.")
    private @Nullable Path screenshot;

    @Option(
            names = "--after",
            paramLabel = "SECONDS",
            description = "The time from the window's opening to the picture.")
    private @Nullable String after;

    @Option(names = "--theme", paramLabel = "light|dark", description = "The window's colours.")
    private @Nullable String theme;

    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", description = "The window's size.")
    private @Nullable String size;

    @Option(names = "--language", paramLabel = "en|de", description = "The window's language.")
    private @Nullable String language;

    @Option(
            names = "--new-window",
            description = "Open another window, even where one is open already.")
    private boolean newWindow;

    /**
     * What was asked for.
     *
     * @throws UsageFailure where a value makes no sense
     */
    public StartOptions options() {
        return new StartOptions(
                Optional.ofNullable(file).map(StartArguments::existing),
                Optional.ofNullable(preset),
                train,
                Optional.ofNullable(screenshot),
                Optional.ofNullable(after).map(StartArguments::seconds).orElse(AFTER),
                Optional.ofNullable(theme).map(StartArguments::theme),
                Optional.ofNullable(size).map(StartArguments::size),
                Optional.ofNullable(language).map(StartArguments::language),
                newWindow);
    }

    private static Path existing(Path file) {
        if (Files.notExists(file)) {
            throw new UsageFailure(
                    "There is no file \"" + file + "\", and no command of that name");
        }
        return file;
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
        throw new UsageFailure("--after needs seconds between 0 and a day, not \"" + text + "\"");
    }

    private static StartOptions.Theme theme(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "light" -> StartOptions.Theme.LIGHT;
            case "dark" -> StartOptions.Theme.DARK;
            default -> throw new UsageFailure("--theme is light or dark, not \"" + text + "\"");
        };
    }

    private static StartOptions.Size size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new UsageFailure(
                    "--size needs a width and a height such as 1366x768, not \"" + text + "\"");
        }
        return new StartOptions.Size(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static Language language(String text) {
        return Language.ofCode(text.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> new UsageFailure("--language is en or de, not \"" + text + "\""));
    }
}
