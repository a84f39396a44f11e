package org.ganatelier.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Images;
import org.ganatelier.spec.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

final class NpyTest {
    @TempDir private Path folder = Path.of("");

    /** The bytes that numpy.save writes for the same array, read with a hex dump. */
    @Test
    void writesWhatNumpyWrites() throws Exception {
        var pixels = new byte[2 * 28 * 28];
        pixels[0] = 7;
        pixels[pixels.length - 1] = (byte) 255;
        Path file = folder.resolve("images.npy");
        Npy.write(new Images(2, new Shape.Image(28, 28, 1), pixels), file);

        byte[] written = Files.readAllBytes(file);
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 0x76, 0};
        assertThat(written).hasSize(128 + pixels.length).startsWith(start);
        assertThat(new String(written, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo(
                        "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 28, 28), }"
                                + " ".repeat(53)
                                + "\n");
        assertThat(Arrays.copyOfRange(written, 128, written.length)).isEqualTo(pixels);
    }

    @Test
    void coloursAreADimensionOfTheirOwn() throws Exception {
        Path file = folder.resolve("colour.npy");
        Npy.write(new Images(1, new Shape.Image(2, 4, 3), new byte[24]), file);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("'shape': (1, 3, 2, 4)");
    }
}
