package org.ganatelier.session;

import org.ganatelier.files.RegularFile;
import org.ganatelier.files.SafeFile;
import org.ganatelier.project.UserFolders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the window remembers from one start to the next. A missing, unreadable or damaged file never
 * keeps the window from opening: whatever cannot be read is forgotten. FX thread only.
 */
public final class Settings {
    /** Of the two appearances. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /** What the window begins with. */
    public enum Begin {
        /** The first preset at full speed, whatever was done before. */
        FIRST,
        /** The preset and the speed of the last time. */
        LAST
    }

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final String FILE = "window.properties";

    /** Of the file: a thousand times what it takes. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String THEME = "theme";
    private static final String PRESET = "preset";
    private static final String SPEED = "stepsPerSecond";
    private static final String EXTENTS = "extent.";
    private static final String SIZE = "size";
    private static final String HIDDEN = "hidden";
    private static final String BEGIN = "begin";
    private static final String STOCK = "stockLayers";
    private static final String WINDOW = "window";
    private static final String LANGUAGE = "language";
    private static final String TABS = "tab.";
    private static final String RECENT = "recent.";
    private static final String FOLDER = "folder";
    private static final String CHOICES = "choice.";

    /** Files that are remembered: as many as a menu shows at a glance. */
    public static final int MOST_RECENT = 10;

    private final Optional<Path> directory;
    private final Properties values = new Properties();

    /**
     * Reads the settings.
     *
     * @param directory where they are kept; made when it is first needed
     */
    public Settings(Path directory) {
        this(Optional.of(directory));
    }

    private Settings(Optional<Path> directory) {
        this.directory = directory;
        directory.map(d -> d.resolve(FILE)).filter(Files::exists).ifPresent(this::read);
    }

    /** Settings that begin with nothing and are never written. */
    public static Settings forgetful() {
        return new Settings(Optional.empty());
    }

    /** The directory where this system keeps a program's settings for the user. */
    public static Path userDirectory() {
        return UserFolders.ofThisMachine().settings();
    }

    /** The theme chosen, or empty: then the window follows the system. */
    public Optional<Theme> theme() {
        return text(THEME)
                .flatMap(
                        name ->
                                Arrays.stream(Theme.values())
                                        .filter(theme -> theme.name().equals(name))
                                        .findFirst());
    }

    public void setTheme(Theme theme) {
        values.setProperty(THEME, theme.name());
    }

    /** The code of the language chosen, or empty: then the window follows the system. */
    public Optional<String> language() {
        return text(LANGUAGE);
    }

    public void setLanguage(String code) {
        values.setProperty(LANGUAGE, code);
    }

    /** The panel that was in front in a place of the window, if that is known. */
    public Optional<String> tab(String place) {
        return text(TABS + place);
    }

    public void setTab(String place, String panel) {
        values.setProperty(TABS + place, panel);
    }

    /**
     * What was chosen last where something is chosen, if that is known; it may be no choice now.
     */
    public Optional<String> choice(String what) {
        return text(CHOICES + what);
    }

    public void setChoice(String what, String chosen) {
        values.setProperty(CHOICES + what, chosen);
    }

    /** What the window begins with: a class that comes next finds what it expects. */
    public Begin begin() {
        return text(BEGIN).filter(Begin.LAST.name()::equals).isPresent() ? Begin.LAST : Begin.FIRST;
    }

    public void setBegin(Begin begin) {
        values.setProperty(BEGIN, begin.name());
    }

    /** Whether runs are computed by the layers of the library that the engine stands on. */
    public boolean stockLayers() {
        return text(STOCK).filter(Boolean::parseBoolean).isPresent();
    }

    public void setStockLayers(boolean chosen) {
        values.setProperty(STOCK, Boolean.toString(chosen));
    }

    /** The preset to begin with; empty for the first. */
    public Optional<String> presetToBegin() {
        return switch (begin()) {
            case FIRST -> Optional.empty();
            case LAST -> preset();
        };
    }

    /** The speed limit to begin with, in steps a second; infinity for none. */
    public double speedToBegin() {
        return switch (begin()) {
            case FIRST -> Double.POSITIVE_INFINITY;
            case LAST -> speed();
        };
    }

    /** The name of the preset loaded last. */
    public Optional<String> preset() {
        return text(PRESET);
    }

    public void setPreset(String name) {
        values.setProperty(PRESET, name);
    }

    /** The speed limit in steps a second, above 0; infinity for none. */
    public double speed() {
        return number(values.getProperty(SPEED)).stream()
                .filter(speed -> speed > 0)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    public void setSpeed(double stepsPerSecond) {
        values.setProperty(SPEED, Double.toString(stepsPerSecond));
    }

    /**
     * How large a place of the window is to be, in the unit of that place; empty where none is
     * known. It is for the caller to see whether that fits.
     */
    public OptionalDouble extent(String place) {
        OptionalDouble known = number(values.getProperty(EXTENTS + place));
        return known.isPresent() && known.getAsDouble() > 0 && Double.isFinite(known.getAsDouble())
                ? known
                : OptionalDouble.empty();
    }

    public void setExtent(String place, double extent) {
        values.setProperty(EXTENTS + place, Double.toString(extent));
    }

    /** The size of everything, in percent of the usual size, if another one was chosen. */
    public OptionalInt size() {
        OptionalDouble known = number(values.getProperty(SIZE));
        return known.isPresent() && Double.isFinite(known.getAsDouble())
                ? OptionalInt.of((int) known.getAsDouble())
                : OptionalInt.empty();
    }

    public void setSize(int percent) {
        values.setProperty(SIZE, Integer.toString(percent));
    }

    /** The panels that are hidden. */
    public Set<String> hidden() {
        return text(HIDDEN).map(names -> Arrays.stream(names.split(",", -1))).stream()
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }

    public void setHidden(Collection<String> panels) {
        values.setProperty(HIDDEN, String.join(",", panels));
    }

    /** Where the window was, if that is known. */
    public Optional<WindowPlace> window() {
        double[] n = numbers(WINDOW);
        boolean sound =
                n.length == 5
                        && Arrays.stream(n).allMatch(Double::isFinite)
                        && n[2] > 0
                        && n[3] > 0;
        return sound
                ? Optional.of(new WindowPlace(n[0], n[1], n[2], n[3], n[4] != 0))
                : Optional.empty();
    }

    public void setWindow(WindowPlace place) {
        setNumbers(
                WINDOW,
                place.x(),
                place.y(),
                place.width(),
                place.height(),
                place.maximised() ? 1 : 0);
    }

    /** The files that were opened or saved last, newest first. */
    public List<Path> recentFiles() {
        return IntStream.range(0, MOST_RECENT)
                .mapToObj(i -> text(RECENT + i))
                .flatMap(Optional::stream)
                .flatMap(text -> path(text).stream())
                .toList();
    }

    /** A file was opened or saved: it is the newest, and its folder the last one used. */
    public void addRecentFile(Path file) {
        var files = new ArrayList<>(recentFiles());
        files.remove(file);
        files.addFirst(file);
        setRecentFiles(files);
        Path folder = file.getParent();
        if (folder != null) {
            values.setProperty(FOLDER, folder.toString());
        }
    }

    /** Forgets the files, not the folder. */
    public void clearRecentFiles() {
        setRecentFiles(List.of());
    }

    /** The folder that was used last; it may be gone. */
    public Optional<Path> folder() {
        return text(FOLDER).flatMap(Settings::path);
    }

    private void setRecentFiles(List<Path> files) {
        for (int i = 0; i < MOST_RECENT; i++) {
            if (i < files.size()) {
                values.setProperty(RECENT + i, files.get(i).toString());
            } else {
                values.remove(RECENT + i);
            }
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Writes the settings; that they cannot be written is logged, and no reason to stop. */
    public void save() {
        directory.ifPresent(this::write);
    }

    private void read(Path file) {
        try {
            byte[] bytes = RegularFile.bytes(file, MOST_BYTES);
            values.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The settings in {} could not be read; the window starts afresh", file, e);
        }
    }

    private void write(Path to) {
        try {
            Files.createDirectories(to);
            SafeFile.write(
                    to.resolve(FILE),
                    out -> {
                        try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                            values.store(writer, null);
                        }
                    });
        } catch (IOException e) {
            LOG.warn("The settings could not be written to {}", to, e);
        }
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.getProperty(key)).filter(value -> !value.isBlank());
    }

    private double[] numbers(String key) {
        var parts = text(key).map(value -> value.split(",", -1)).orElse(new String[0]);
        double[] parsed =
                Arrays.stream(parts)
                        .map(Settings::number)
                        .flatMapToDouble(OptionalDouble::stream)
                        .toArray();
        return parsed.length == parts.length ? parsed : new double[0];
    }

    private void setNumbers(String key, double... numbers) {
        var text = new StringBuilder();
        for (double number : numbers) {
            text.append(text.isEmpty() ? "" : ",").append(number);
        }
        values.setProperty(key, text.toString());
    }

    private static OptionalDouble number(@Nullable String text) {
        try {
            return text == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
