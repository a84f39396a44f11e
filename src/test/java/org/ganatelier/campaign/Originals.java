package org.ganatelier.campaign;

import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.experiment.basics.Shape;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A small file of each kind of data that the program reads, whole, with its kind as its name. */
final class Originals {
    /** Settings as a user names them. */
    static final List<String> PATHS =
            List.of(
                    "training.batchSize",
                    "generator.layers.2.filters",
                    "discriminator.layers.0.activation",
                    "generator.layers",
                    "objective.kind",
                    "training.generatorOptimizer.kind",
                    "data",
                    "latentSize",
                    "seed",
                    "name",
                    "conditioning");

    /** Values as a user writes them. */
    static final List<String> VALUES =
            List.of("8", "0.5", "\"relu\"", "wasserstein-gp", "{\"type\": \"ReLU\"}", "[]", "true");

    private static final int IMAGES = 7;
    private static final int LABELS_MAGIC = 0x801;

    private Originals() {}

    /** Writes them into a folder, and gives their bytes by name. */
    static Map<String, byte[]> in(Path folder) throws IOException {
        var random = new SplittableRandom(1);
        Images images =
                Images.require(RandomData.samples(new Shape.Image(6, 5, 1), IMAGES, random));
        Idx.writeImages(images, folder.resolve("idx"));
        byte[] idx = unpacked(folder.resolve("idx"));
        Files.write(folder.resolve("idx"), idx);
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("idx.gz")))) {
            out.write(idx);
        }
        Files.write(
                folder.resolve("labels"),
                ByteBuffer.allocate(2 * Integer.BYTES + IMAGES)
                        .putInt(LABELS_MAGIC)
                        .putInt(IMAGES)
                        .array());
        Npy.write(images, folder.resolve("npy"));
        return contents(folder);
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        var contents = new HashMap<String, byte[]>();
        for (String name : List.of("idx", "idx.gz", "labels", "npy")) {
            contents.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return contents;
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes[0] != 0x1f) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
