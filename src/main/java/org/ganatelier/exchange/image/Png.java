package org.ganatelier.exchange.image;

import org.ganatelier.data.Images;
import org.ganatelier.files.SafeFile;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files. */
public final class Png {
    private Png() {}

    /**
     * Writes a single image to a file, whole or not at all, replacing what it held: grey where it
     * has one channel.
     *
     * @throws IllegalArgumentException for more than one image
     */
    public static void write(Images image, Path file) throws IOException {
        if (image.count() != 1) {
            throw new IllegalArgumentException("One image is needed: tile several first");
        }
        int width = image.shape().width();
        int height = image.shape().height();
        if (image.shape().channels() > 1) {
            write(image.argb(), width, height, file);
            return;
        }
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, width, height, image.pixels());
        write(picture, file);
    }

    /**
     * Writes a picture to a file, whole or not at all, replacing what it held.
     *
     * @param argb width * height colours, row by row, not premultiplied
     */
    public static void write(int[] argb, int width, int height, Path file) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.getRaster().setDataElements(0, 0, width, height, argb);
        write(picture, file);
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        SafeFile.write(
                file,
                out -> {
                    try (var cached = new MemoryCacheImageOutputStream(out)) {
                        if (!ImageIO.write(picture, "png", cached)) {
                            throw new IllegalStateException("This Java cannot write PNG pictures");
                        }
                    }
                });
    }
}
