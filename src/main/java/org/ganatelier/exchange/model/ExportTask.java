package org.ganatelier.exchange.model;

import org.ganatelier.data.Dataset;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.exchange.image.Npz;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes a model for another framework into a folder, with examples and data beside it. */
public final class ExportTask {
    private ExportTask() {}

    /**
     * Writes code, weights and examples. Files of the same names are replaced, others stay.
     *
     * @param data what is trained on, written for the code to train on; empty where no code trains
     * @throws ExportException where the format cannot express the model: nothing is written then
     */
    public static void run(ModelWriter writer, Export export, Optional<Dataset> data, Path folder)
            throws IOException, ExportException {
        List<Obstacle> obstacles = writer.obstacles(export);
        if (!obstacles.isEmpty()) {
            throw new ExportException(obstacles);
        }
        Files.createDirectories(folder);
        if (export.examples().isPresent()) {
            write(export.examples().get(), export.experiment(), writer.format(), folder);
        }
        if (data.isPresent()) {
            Npz.write(data.get(), folder.resolve("data.npz"));
        }
        writer.write(export, folder);
    }

    private static void write(
            Examples examples, Experiment experiment, ModelFormat format, Path folder)
            throws IOException {
        int count = Examples.COUNT;
        Npy.writeFloats(
                examples.noise(),
                folder.resolve("example_noise.npy"),
                count,
                experiment.latentSize());
        if (examples.labels().length > 0) {
            Npy.writeInts(unsigned(examples.labels()), folder.resolve("example_labels.npy"), count);
        }
        Shape shape = examples.shape();
        ImageOrder order = format.imageOrder();
        int[] dimensions =
                IntStream.concat(
                                IntStream.of(count),
                                order.dimensions(shape).stream().mapToInt(Integer::intValue))
                        .toArray();
        Npy.writeFloats(
                order.ordered(examples.images(), shape),
                folder.resolve("example_images.npy"),
                dimensions);
        Npy.writeFloats(examples.scores(), folder.resolve("example_scores.npy"), count);
    }

    private static int[] unsigned(byte[] labels) {
        var all = new int[labels.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Byte.toUnsignedInt(labels[i]);
        }
        return all;
    }
}
