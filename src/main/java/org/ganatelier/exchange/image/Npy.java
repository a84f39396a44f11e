package org.ganatelier.exchange.image;

import static java.util.stream.Collectors.joining;

import org.ganatelier.data.DataException;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** NumPy's array format, version 1.0 (NEP 1), as {@code numpy.load} reads it. */
public final class Npy {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The values start at a multiple of this, so that the file can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /**
     * Writes samples to a file, whole or not at all, replacing what it held: images as unsigned
     * bytes of shape (count, height, width) or (count, channels, height, width), points as floats
     * of shape (count, coordinates).
     */
    public static void write(Samples samples, Path file) throws IOException {
        switch (samples) {
            case Images images -> write(header(images), images.pixels(), file);
            case Points points -> write(header(points), bytes(points.coordinates()), file);
        }
    }

    /**
     * Writes floats to a file, whole or not at all.
     *
     * @param shape the slowest dimension first; its product is the number of values
     */
    public static void writeFloats(float[] values, Path file, int... shape) throws IOException {
        write(header("<f4", numbers(shape)), bytes(values), file);
    }

    /** Writes whole numbers to a file, whole or not at all; see {@link #writeFloats}. */
    public static void writeInts(int[] values, Path file, int... shape) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(values);
        write(header("<i4", numbers(shape)), bytes.array(), file);
    }

    /** An array of unsigned bytes as a file would hold it, for archives of several. */
    public static byte[] ofBytes(byte[] values, int... shape) {
        return whole(header("|u1", numbers(shape)), values);
    }

    /** An array of floats as a file would hold it, for archives of several. */
    public static byte[] ofFloats(float[] values, int... shape) {
        return whole(header("<f4", numbers(shape)), bytes(values));
    }

    /** As Python writes a tuple: a single number needs a comma behind it. */
    private static String numbers(int... shape) {
        String all = Arrays.stream(shape).mapToObj(String::valueOf).collect(joining(", "));
        return shape.length == 1 ? all + "," : all;
    }

    private static void write(byte[] header, byte[] values, Path file) throws IOException {
        byte[] all = whole(header, values);
        SafeFile.write(file, out -> out.write(all));
    }

    private static byte[] whole(byte[] header, byte[] values) {
        return ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length)
                .put(header)
                .put(values)
                .array();
    }

    private static byte[] bytes(float... values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * Reads images of unsigned bytes: of shape (count, height, width), or (count, channels, height,
     * width).
     *
     * @throws DataException where the file holds anything else
     */
    public static Images read(Path file) throws IOException {
        return NpyReader.read(file);
    }

    private static byte[] header(Images images) {
        Shape.Image shape = images.shape();
        String channels = shape.channels() == 1 ? "" : shape.channels() + ", ";
        return header(
                "|u1",
                "%d, %s%d, %d".formatted(images.count(), channels, shape.height(), shape.width()));
    }

    private static byte[] header(Points points) {
        return header("<f4", "%d, %d".formatted(points.count(), points.shape().units()));
    }

    private static byte[] header(String type, String shape) {
        String text =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
        int before = MAGIC.length + Short.BYTES;
        int length = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT - before;
        return (text + " ".repeat(length - text.length() - 1) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
