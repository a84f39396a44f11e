package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;

import tools.jackson.core.type.TypeReference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The experiments that ship with the program. */
public final class Presets {
    private static final String FOLDER = "/presets/";

    /**
     * What a menu shows of a preset.
     *
     * @param name for the command line, also its file's name
     * @param description one sentence
     */
    public record Preset(String name, String title, String description) {}

    private Presets() {}

    /** All presets, in the order of the menu; the first is the one to begin with. */
    public static List<Preset> list() {
        return ProjectJson.MAPPER.readValue(text("index.json"), new TypeReference<>() {});
    }

    /** The preset of that name. */
    public static Optional<Preset> find(String name) {
        return list().stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /**
     * The experiment of a preset.
     *
     * @throws ProjectException where there is no such preset, naming those there are
     */
    public static Experiment load(String name) throws ProjectException {
        if (find(name).isEmpty()) {
            throw new ProjectException(
                    "There is no preset \"%s\"; there are %s.".formatted(name, names()));
        }
        return ProjectJson.read(text(name + ".json"));
    }

    /**
     * The preset of that name or, where there is none, the experiment in that file: JSON, or the
     * project file of a run.
     *
     * @throws ProjectException where it is neither, or the file cannot be used
     */
    public static Experiment open(String nameOrFile) throws ProjectException {
        if (find(nameOrFile).isPresent()) {
            return load(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (Files.notExists(file)) {
            throw new ProjectException(
                    "\"%s\" is neither a file nor a preset; the presets are %s."
                            .formatted(nameOrFile, names()));
        }
        return isProject(file) ? ProjectFile.loadExperiment(file) : ProjectJson.readFile(file);
    }

    private static boolean isProject(Path file) throws ProjectException {
        try {
            return ArchiveReader.isArchive(file);
        } catch (IOException e) {
            throw new ProjectException(file + " cannot be read.", e);
        }
    }

    /** The names of all presets, as in a sentence: "digits, mlp, dcgan". */
    public static String names() {
        return list().stream().map(Preset::name).collect(Collectors.joining(", "));
    }

    private static String text(String file) {
        try (InputStream in = Presets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file presets/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
