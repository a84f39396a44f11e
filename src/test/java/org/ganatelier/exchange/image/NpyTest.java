package org.ganatelier.exchange.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.data.DataException;
import org.ganatelier.data.DataProblem;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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

    /** The header is numpy.save's of an array of float32. */
    @Test
    void pointsAreRowsOfFloats() throws Exception {
        Path file = folder.resolve("points.npy");
        Npy.write(new Points(2, new Shape.Flat(2), new float[] {0.5f, -1, 3, 0}), file);
        byte[] written = Files.readAllBytes(file);
        assertThat(new String(written, 10, 118, StandardCharsets.US_ASCII).strip())
                .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }");
        var values = ByteBuffer.wrap(written, 128, 16).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(values.getFloat()).isEqualTo(0.5f);
        assertThat(values.getFloat()).isEqualTo(-1);
        assertThat(values.getFloat()).isEqualTo(3);
        assertThat(written).hasSize(128 + 16);
    }

    @Test
    void readsWhatItWrote() throws Exception {
        var pixels = new byte[2 * 3 * 4 * 5];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (2 * i);
        }
        for (var shape : List.of(new Shape.Image(4, 5, 3), new Shape.Image(12, 5, 1))) {
            Path file = folder.resolve("images.npy");
            Npy.write(new Images(2, shape, pixels), file);
            Images read = Npy.read(file);
            assertThat(read.count()).isEqualTo(2);
            assertThat(read.shape()).isEqualTo(shape);
            assertThat(read.pixels()).isEqualTo(pixels);
        }
    }

    /** As numpy.save writes version 2: four bytes of length. */
    @Test
    void readsTheSecondVersion() throws Exception {
        byte[] header =
                "{'descr':'|u1','fortran_order':False,'shape':(1,1,2)}\n"
                        .getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0});
        bytes.putInt(header.length).put(header).put(new byte[] {8, 9});
        Path file = folder.resolve("second.npy");
        Files.write(file, Arrays.copyOf(bytes.array(), bytes.position()));
        assertThat(Npy.read(file).pixels()).containsExactly(8, 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    u1'              | f4'               | NotBytes
                    False            | True             | NotBytes
                    (2, 28, 28)      | (2, 784)         | NotImages
                    (2, 28, 28)      | (0, 28, 28)      | NotImages
                    (2, 28, 28)      | (3, 28, 28)      | NumpyCut
                    (2, 28, 28)      | (999999, 28, 28) | NumpyTooLarge
                    (2, 28, 28)      | (1000000, 1, 28, 28) | NumpyTooLarge
                    (2, 28, 28)      | (9999999999, 28, 28) | NotImages
                    (2, 28, 28)      | (28 28, 28, 28)  | NotImages
                    (2, 28, 28)      | (2, , 28, 28)    | NotImages
                    (2, 28, 28)      | (1, 28, 28)      | NumpyTooLong
                    NUMPY            | NUMBY            | NotNumpy
                    """)
    void tellsWhatIsWrongWithAFile(String from, String to, String problem) throws Exception {
        Path file = folder.resolve("wrong.npy");
        Npy.write(new Images(2, new Shape.Image(28, 28, 1), new byte[2 * 784]), file);
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).contains(from);
        Files.writeString(file, content.replace(from, to), StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Npy.read(file))
                .withMessageStartingWith(problem + "[file=" + file);
    }

    @Test
    void aShapeWithASpaceInsideIsNone() {
        Path file = Path.of("src/test/resources/fixtures/hostile/space.npy");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Npy.read(file))
                .extracting(DataException::problem)
                .isEqualTo(new DataProblem.NotImages(file));
    }

    @Test
    void tellsWhereThereIsNoFile() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Npy.read(folder.resolve("none.npy")))
                .extracting(DataException::problem)
                .isEqualTo(new DataProblem.NoSuchFile(folder.resolve("none.npy")));
    }
}
