package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The networks whose speed is measured, layer for layer those of the yardstick. Presets may be
 * improved; these stay as they are, or figures of different days could not be compared.
 */
public final class BenchNets {
    private static final List<String> NAMES = List.of("mlp", "classroom", "dcgan", "tutorial");

    private BenchNets() {}

    /** Smallest to largest. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The experiment of one of {@link #names}.
     *
     * @throws ProjectException where there is none of that name, naming those there are
     */
    public static Experiment load(String name) throws ProjectException {
        if (!NAMES.contains(name)) {
            throw new ProjectException(new FileProblem.NoSuchBenchNet(name, NAMES));
        }
        String file = "/bench/" + name + ".json";
        try (InputStream in = BenchNets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + file);
            }
            return ProjectJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
