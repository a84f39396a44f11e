package org.ganatelier.exchange.image;

import org.ganatelier.data.DataException;
import org.ganatelier.data.DataProblem;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.files.RegularFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a NumPy array of images, and tells what is wrong with it. */
final class NpyReader {
    /** Far above any header of four numbers. */
    private static final int LONGEST_HEADER = 10_000;

    /** A third of the heap, and five times all of MNIST. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int PREFIX = 6;
    private static final Pattern BYTES = Pattern.compile("'descr':\\s*'[|<>=]?u1'");
    private static final Pattern C_ORDER = Pattern.compile("'fortran_order':\\s*False");

    /** Three or four numbers that a long can multiply, as Python writes them. */
    private static final Pattern SHAPE =
            Pattern.compile(
                    "'shape':\\s*\\(\\s*([0-9]{1,9}(?:\\s*,\\s*[0-9]{1,9}){2,3})\\s*,?\\s*\\)");

    private static final int LONGEST_SIDE = 1024;

    private NpyReader() {}

    static Images read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(new DataProblem.NoSuchFile(file));
        }
        try (InputStream in = new BufferedInputStream(RegularFile.open(file))) {
            String header = header(file, in);
            if (!BYTES.matcher(header).find() || !C_ORDER.matcher(header).find()) {
                throw new DataException(new DataProblem.NotBytes(file));
            }
            long[] sizes = sizes(file, header);
            var shape = shape(sizes);
            long bytes = sizes[0] * shape.size();
            if (bytes > MOST_BYTES) {
                throw new DataException(
                        new DataProblem.NumpyTooLarge(file, bytes >> 20, MOST_BYTES >> 20));
            }
            byte[] pixels = in.readNBytes((int) bytes);
            if (pixels.length < bytes) {
                throw new DataException(new DataProblem.NumpyCut(file));
            }
            if (in.read() >= 0) {
                throw new DataException(new DataProblem.NumpyTooLong(file));
            }
            return new Images((int) sizes[0], shape, pixels);
        }
    }

    private static String header(Path file, InputStream in) throws IOException {
        byte[] start = in.readNBytes(Npy.MAGIC.length);
        if (start.length < Npy.MAGIC.length
                || !Arrays.equals(start, 0, PREFIX, Npy.MAGIC, 0, PREFIX)) {
            throw new DataException(new DataProblem.NotNumpy(file));
        }
        // Version 1 states the header's length in two bytes, later ones in four.
        int width = start[PREFIX] == 1 ? Short.BYTES : Integer.BYTES;
        var length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        length.put(in.readNBytes(width));
        int bytes = length.getInt(0);
        if (bytes < 0 || bytes > LONGEST_HEADER) {
            throw new DataException(new DataProblem.NumpyHeaderTooLong(file));
        }
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    private static long[] sizes(Path file, String header) {
        Matcher shape = SHAPE.matcher(header);
        if (shape.find()) {
            long[] sizes =
                    Arrays.stream(shape.group(1).split(","))
                            .map(String::strip)
                            .mapToLong(Long::parseLong)
                            .toArray();
            if (Arrays.stream(sizes).allMatch(size -> size > 0)
                    && Arrays.stream(sizes).skip(1).allMatch(size -> size <= LONGEST_SIDE)) {
                return sizes;
            }
        }
        throw new DataException(new DataProblem.NotImages(file));
    }

    private static Shape.Image shape(long... sizes) {
        return sizes.length == 3
                ? new Shape.Image((int) sizes[1], (int) sizes[2], 1)
                : new Shape.Image((int) sizes[2], (int) sizes[3], (int) sizes[1]);
    }
}
