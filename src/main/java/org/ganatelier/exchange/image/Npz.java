package org.ganatelier.exchange.image;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several NumPy arrays in one compressed file, as {@code numpy.load} reads it. */
public final class Npz {
    private Npz() {}

    /**
     * Writes a data set: "samples" as unsigned bytes of shape (count, channels, height, width), or
     * of points as floats (count, coordinates); "labels", where there are any, as unsigned bytes.
     */
    public static void write(Dataset data, Path file) throws IOException {
        byte[] samples =
                switch (data.all()) {
                    case Images images -> {
                        Shape.Image shape = images.shape();
                        yield Npy.ofBytes(
                                images.pixels(),
                                images.count(),
                                shape.channels(),
                                shape.height(),
                                shape.width());
                    }
                    case Points points ->
                            Npy.ofFloats(
                                    points.coordinates(), points.count(), points.shape().units());
                };
        Optional<byte[]> labels = data.labels().map(all -> Npy.ofBytes(all, all.length));
        SafeFile.write(
                file,
                out -> {
                    var zip = new ZipOutputStream(out);
                    put(zip, "samples", samples);
                    if (labels.isPresent()) {
                        put(zip, "labels", labels.get());
                    }
                    zip.finish();
                });
    }

    private static void put(ZipOutputStream zip, String name, byte[] array) throws IOException {
        var entry = new ZipEntry(name + ".npy");
        // The same data gives the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(array);
        zip.closeEntry();
    }
}
