package org.ganatelier.project;

import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.Moments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * The file of a classifier: a zip of {@code classifier.json} and one entry of little-endian 32-bit
 * floats for each array, checked completely when it is read.
 */
public final class ClassifierFile {
    /** How the name of a classifier file ends. */
    public static final String EXTENSION = ".classifier";

    private static final String STATE = "classifier.json";

    /** What it was called in files of version 0.1.0. */
    private static final String OLD_STATE = "judge.json";

    private static final String MEAN = "reference/mean.f32";
    private static final String COVARIANCE = "reference/covariance.f32";
    private static final String FOLDER = "/classifiers/";

    private ClassifierFile() {}

    /**
     * Writes a classifier, whole or not at all.
     *
     * @throws ProjectException where the place cannot be written to, saying why, or where its
     *     features have more values than can be read again
     */
    public static void save(Path file, ClassifierModel model) throws ProjectException {
        ClassifierState.requireWidth(model.reference().mean().length);
        ArchiveFile.RESULT.write(
                file,
                archive -> {
                    archive.text(STATE, ClassifierState.of(model).write());
                    int index = 0;
                    for (var array : model.arrays().entrySet()) {
                        String entry = ProjectState.entry(index++);
                        archive.finite(entry, array.getKey(), array.getValue());
                    }
                    archive.finite(MEAN, MEAN, floats(model.reference().mean()));
                    archive.finite(COVARIANCE, COVARIANCE, floats(model.reference().covariance()));
                });
    }

    /**
     * Reads a classifier.
     *
     * @throws ProjectException where the file is missing, damaged, incomplete, no classifier, or of
     *     a newer version
     */
    public static ClassifierModel load(Path file) throws ProjectException {
        try {
            return read(ArchiveReader.open(file));
        } catch (ProjectException e) {
            throw e.in(file);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeRead(file, FileRefusal.of(e)), e);
        }
    }

    /**
     * The classifier of a bundled set that ships with the program.
     *
     * @throws ProjectException where the program's own file is damaged
     */
    public static ClassifierModel bundled(DataSpec.Bundled data) throws ProjectException {
        String name = Catalog.of(data).classifier().file();
        try (InputStream in = ClassifierFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file classifiers/" + name);
            }
            return read(new ArchiveReader(new ZipSource.InMemory(in)));
        } catch (ProjectException e) {
            throw new ProjectException(new FileProblem.InOwnFile(name, e.problem()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassifierModel read(ArchiveReader opened) throws ProjectException, IOException {
        try (var archive = opened) {
            String entry = archive.has(OLD_STATE) ? OLD_STATE : STATE;
            String json = archive.text(entry);
            ClassifierState state = in(entry, () -> ClassifierState.read(json));
            var arrays = new LinkedHashMap<String, float[]>();
            for (int i = 0; i < state.arrays().size(); i++) {
                var array = state.arrays().get(i);
                arrays.put(
                        array.name(),
                        archive.finite(ProjectState.entry(i), array.name(), array.length()));
            }
            int width = state.width();
            float[] mean = archive.finite(MEAN, MEAN, width);
            float[] covariance = archive.finite(COVARIANCE, COVARIANCE, width * width);
            var reference = Moments.of(state.trainedOn(), mean, covariance);
            return in(entry, () -> state.model(arrays, reference));
        }
    }

    /** Reads what an entry of an archive says. */
    @FunctionalInterface
    private interface Reading<T> {
        T get() throws ProjectException;
    }

    /** A damage that is found is one of this entry. */
    private static <T> T in(String entry, Reading<T> reading) throws ProjectException {
        try {
            return reading.get();
        } catch (ProjectException e) {
            if (e.problem() instanceof FileProblem.Damaged(Damage damage)) {
                throw new ProjectException(
                        new FileProblem.Damaged(new Damage.InEntry(entry, damage)), e);
            }
            throw e;
        }
    }

    private static float[] floats(double... values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
