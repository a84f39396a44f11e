package org.ganatelier.data;

import org.ganatelier.experiment.data.DataSpec.Collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The sets that ship with the program, there offline from the first second. */
public final class Bundled {
    private static final String FOLDER = "/datasets/";

    private Bundled() {}

    /** Reads a set with its labels, 0 to 9, from the class path. */
    public static Dataset open(Collection collection) {
        String files = filesOf(collection);
        try (var images = reader(files + "-images-idx3-ubyte.gz");
                var labels = reader(files + "-labels-idx1-ubyte.gz")) {
            return new Dataset(images.images(), Optional.of(labels.labels()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who made the set and under which terms it is passed on: plain text of several lines. */
    public static String licence(Collection collection) {
        try (InputStream in = resource(licenceOf(collection))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filesOf(Collection collection) {
        return switch (collection) {
            case MNIST -> "mnist-30000";
            case FASHION_MNIST -> "fashion-10000";
        };
    }

    private static String licenceOf(Collection collection) {
        return switch (collection) {
            case MNIST -> "COPYRIGHT-mnist.txt";
            case FASHION_MNIST -> "COPYRIGHT-fashion-mnist.txt";
        };
    }

    private static IdxReader reader(String name) throws IOException {
        return new IdxReader(name, resource(name));
    }

    private static InputStream resource(String name) {
        InputStream in = Bundled.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("The program's own file " + name + " is missing");
        }
        return in;
    }
}
