package org.ganatelier.exchange.image;

import org.ganatelier.data.DataException;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * NumPy's array format, version 1.0 (NEP 1): {@code numpy.load} gives unsigned bytes of shape
 * (count, height, width), or (count, channels, height, width) where there are colours.
 */
public final class Npy {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The values start at a multiple of this, so that the file can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** Writes images to a file, replacing what it held. */
    public static void write(Images images, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] header = header(images);
            out.write(MAGIC);
            out.write(
                    ByteBuffer.allocate(Short.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putShort((short) header.length)
                            .array());
            out.write(header);
            out.write(images.pixels());
        }
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
        String text =
                "{'descr': '|u1', 'fortran_order': False, 'shape': (%d, %s%d, %d), }"
                        .formatted(images.count(), channels, shape.height(), shape.width());
        int before = MAGIC.length + Short.BYTES;
        int length = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT - before;
        return (text + " ".repeat(length - text.length() - 1) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
