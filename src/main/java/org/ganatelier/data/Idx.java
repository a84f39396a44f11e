package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.files.RegularFile;
import org.ganatelier.files.SafeFile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * The file format of MNIST (Y. LeCun, "The MNIST database of handwritten digits"): a big-endian
 * header of a magic number and the sizes of each dimension, then unsigned bytes. Files may be
 * compressed with gzip; the content decides, not the name.
 */
public final class Idx {
    private Idx() {}

    /**
     * Reads every grey image of a file.
     *
     * @throws DataException where the file is missing, damaged or something else
     */
    public static Images readImages(Path file) {
        return read(file, IdxReader::images);
    }

    /**
     * Reads every label of a file.
     *
     * @return one unsigned byte per label
     * @throws DataException as {@link #readImages}
     */
    public static byte[] readLabels(Path file) {
        return read(file, IdxReader::labels);
    }

    /**
     * Reads the header of a file of images alone.
     *
     * @throws DataException as {@link #readImages}, as far as the header shows it
     */
    static IdxHeader.OfImages readImageHeader(Path file) {
        return read(file, IdxReader::imageHeader);
    }

    /** Reads the number of labels from the header of a file of labels. */
    static int readLabelCount(Path file) {
        return read(file, IdxReader::labelCount);
    }

    /**
     * Writes images of one channel as a gzip-compressed file, whole or not at all, replacing what
     * it held.
     *
     * @throws IllegalArgumentException where the images have colours, which the format does not
     *     know
     */
    public static void writeImages(Images images, Path file) throws IOException {
        Shape.Image shape = images.shape();
        if (shape.channels() != 1) {
            throw new IllegalArgumentException("An IDX file holds grey images only");
        }
        SafeFile.write(
                file,
                raw -> {
                    try (var out = compressed(raw)) {
                        out.writeInt(IdxHeader.IMAGES_MAGIC);
                        out.writeInt(images.count());
                        out.writeInt(shape.height());
                        out.writeInt(shape.width());
                        out.write(images.pixels());
                    }
                });
    }

    private static DataOutputStream compressed(OutputStream out) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out)));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(IdxReader reader) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) {
        if (!Files.exists(file)) {
            throw new DataException(new DataProblem.NoSuchFile(file));
        }
        if (Files.isDirectory(file)) {
            throw new DataException(new DataProblem.IsFolder(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(new DataProblem.IsDevice(file));
        }
        try (InputStream in = new BufferedInputStream(RegularFile.open(file));
                var reader = new IdxReader(file, in)) {
            return reading.from(reader);
        } catch (IOException e) {
            throw new DataException(new DataProblem.Unreadable(file), e);
        }
    }
}
