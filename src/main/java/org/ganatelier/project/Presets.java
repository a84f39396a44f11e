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

/** The experiments that ship with the program; a preset is known by the name of its file. */
public final class Presets {
    private static final String FOLDER = "/presets/";

    private Presets() {}

    /** The names of all presets, in the order of the menu; the first is the one to begin with. */
    public static List<String> names() {
        return ProjectJson.MAPPER.readValue(text("index.json"), new TypeReference<>() {});
    }

    /**
     * The experiment of a preset.
     *
     * @throws ProjectException where there is no such preset, naming those there are
     */
    public static Experiment load(String name) throws ProjectException {
        if (!names().contains(name)) {
            throw new ProjectException(new FileProblem.NoSuchPreset(name, names()));
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
        if (names().contains(nameOrFile)) {
            return load(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (nameOrFile.isBlank() || Files.notExists(file)) {
            throw new ProjectException(new FileProblem.NeitherFileNorPreset(nameOrFile, names()));
        }
        return isProject(file) ? ProjectFile.loadExperiment(file) : ProjectJson.readFile(file);
    }

    private static boolean isProject(Path file) throws ProjectException {
        try {
            return ArchiveReader.isArchive(file);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeRead(file, FileRefusal.of(e)), e);
        }
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
