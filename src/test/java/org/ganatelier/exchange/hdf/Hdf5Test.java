package org.ganatelier.exchange.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Files of the HDF Group's own library, and such files damaged. */
class Hdf5Test {
    private static final int CHILDREN = 300;
    private static final int TRIES = 4000;

    @TempDir static Path folder;

    private static byte[] bytes;
    private static float[] many;

    @BeforeAll
    static void write() throws Exception {
        many = new float[7 * 9 * 5];
        IntStream.range(0, many.length).forEach(i -> many[i] = i * 0.5f);
        Path path = folder.resolve("native.h5");
        try (var file = new NativeHdf5(path)) {
            long group = file.group("/layers");
            for (int i = 0; i < CHILDREN; i++) {
                file.floats("/layers/kernel" + i, new float[] {i, -i}, 2);
            }
            file.chunks("/chunks", many, new long[] {3, 4, 5}, 7, 9, 5);
            file.bigDoubles("/doubles", new double[] {1.5, -2.25, 3, 4, 5, 6}, 3, 2);
            file.texts(group, "weight_names", false, "dense/kernel:0", "dense/bias:0");
            file.texts(file.root(), "model_config", true, "x".repeat(70_000) + "é");
            file.fixedTexts(group, "fixed", 8, "first\0\0\0second\0\0");
            file.emptyList(group, "empty");
            file.linkElsewhere("outside");
        }
        bytes = Files.readAllBytes(path);
    }

    private static List<Integer> shape(String path) throws Exception {
        return new Hdf5(bytes).array(path).orElseThrow().shape();
    }

    @Test
    void arraysInOnePieceAreReadFromALargeGroup() throws Exception {
        var file = new Hdf5(bytes);
        assertThat(file.children("layers")).hasSize(CHILDREN).contains("kernel0", "kernel299");
        assertThat(file.array("layers/kernel217").orElseThrow().values())
                .containsExactly(217, -217);
        assertThat(shape("layers/kernel217")).containsExactly(2);
    }

    @Test
    void packedChunksThatStandOutOverTheEdgesAreReadWhole() throws Exception {
        assertThat(new Hdf5(bytes).array("chunks").orElseThrow().values()).containsExactly(many);
        assertThat(shape("chunks")).containsExactly(7, 9, 5);
    }

    @Test
    void otherFloatsBecomeFloats() throws Exception {
        assertThat(new Hdf5(bytes).array("/doubles").orElseThrow().values())
                .containsExactly(1.5f, -2.25f, 3, 4, 5, 6);
    }

    @Test
    void textsAreReadWhateverTheirLength() throws Exception {
        var file = new Hdf5(bytes);
        assertThat(file.texts("layers", "weight_names").orElseThrow())
                .containsExactly("dense/kernel:0", "dense/bias:0");
        assertThat(file.texts("layers", "fixed").orElseThrow()).containsExactly("first", "second");
        assertThat(file.texts("layers", "empty").orElseThrow()).isEmpty();
        assertThat(file.texts("", "model_config").orElseThrow().getFirst())
                .hasSize(70_001)
                .endsWith("é");
        assertThat(file.texts("layers", "none")).isEmpty();
    }

    @Test
    void noLinkLeadsOutOfTheFile() throws Exception {
        var file = new Hdf5(bytes);
        assertThat(file.children("")).contains("layers", "chunks").doesNotContain("softoutside");
        assertThat(file.array("outside")).isEmpty();
        assertThat(file.array("softoutside")).isEmpty();
    }

    /** An array of three by two becomes one of four thousand million rows. */
    @Test
    void hugeExtentsAreRefusedBeforeMemoryIsTaken() {
        byte[] large = bytes.clone();
        var view = ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 16 <= large.length; i += 8) {
            if (view.getLong(i) == 3 && view.getLong(i + 8) == 2) {
                view.putLong(i, 1L << 32);
            }
        }
        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> new Hdf5(large).array("doubles"))
                .extracting(ImportException::refusal)
                .isInstanceOf(Refusal.TooLarge.class);
    }

    /** Each node of the tree of names becomes its own child. */
    @Test
    void aTreeInACircleIsRefused() {
        byte[] circle = bytes.clone();
        var view = ByteBuffer.wrap(circle).order(ByteOrder.LITTLE_ENDIAN);
        int nodes = 0;
        for (int i = 0; i + 48 < circle.length; i += 8) {
            String signature = new String(circle, i, 4, StandardCharsets.ISO_8859_1);
            if (signature.equals("TREE") && circle[i + 4] == 0) {
                view.put(i + 5, (byte) 1);
                view.putLong(i + 32, i);
                nodes++;
            }
        }
        assertThat(nodes).isPositive();
        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> new Hdf5(circle).children("layers"));
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = bytes.clone();
            // What describes lies in front of most of what is described.
            int most = random.nextBoolean() ? 4096 : damaged.length;
            for (int n = random.nextInt(20); n >= 0; n--) {
                damaged[random.nextInt(most)] = (byte) random.nextInt(256);
            }
            try {
                var file = new Hdf5(damaged);
                file.texts("", "model_config");
                file.texts("layers", "weight_names");
                file.array("chunks");
                file.array("doubles");
                for (String child : file.children("layers").stream().limit(5).toList()) {
                    file.array("layers/" + child);
                }
            } catch (ImportException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(TRIES / 20, TRIES);
    }
}
