package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Damaged and malicious Keras files give one clear refusal, or what is left of them. */
class HostileKerasTest {
    private static final int TRIES = 2000;
    private static final int MEGABYTE = 1 << 20;

    private static byte[] archive;
    private static byte[] h5;
    private static byte[] config;

    private final Random random = new Random(2);

    @BeforeAll
    static void write() throws Exception {
        Natives.load(1);
        PortableNetwork network =
                TestNetwork.of(Presets.load("digits-conditional"), Side.DISCRIMINATOR, 1).network();
        archive = KerasArchive.bytes(KerasModel.of(network, KerasDialect.KERAS_3));
        h5 = KerasH5.bytes(KerasModel.of(network, KerasDialect.KERAS_2));
        config = KerasZip.read(archive).config();
    }

    private byte[] damaged(byte[] file) {
        byte[] damaged = file.clone();
        int most = random.nextBoolean() ? Math.min(8192, file.length) : file.length;
        for (int n = random.nextInt(10); n >= 0; n--) {
            damaged[random.nextInt(most)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0
                ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
                : damaged;
    }

    /** Returns whether it was refused; anything else than a refusal fails the test. */
    private static boolean isRefused(byte[] file) {
        try {
            KerasReader.read(file);
            return false;
        } catch (ImportException e) {
            return true;
        }
    }

    @Test
    void damagedH5FilesAreReadOrRefused() {
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            refused += isRefused(damaged(h5)) ? 1 : 0;
        }
        assertThat(refused).isBetween(TRIES / 20, TRIES);
    }

    @Test
    void damagedArchivesAreReadOrRefused() {
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            refused += isRefused(damaged(archive)) ? 1 : 0;
        }
        assertThat(refused).isBetween(TRIES / 20, TRIES);
    }

    /** One token in place of another: names, numbers, brackets. */
    @Test
    void alteredConfigurationsAreReadOrRefused() throws Exception {
        String text = new String(config, StandardCharsets.UTF_8);
        String[] tokens = text.split("(?<=[,:\\[\\]{}])|(?=[,:\\[\\]{}])");
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            String[] altered = tokens.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                int to = random.nextInt(altered.length);
                altered[to] =
                        switch (random.nextInt(5)) {
                            case 0 -> "-1";
                            case 1 -> "2147483647";
                            case 2 -> "null";
                            case 3 -> "[[1,2],3]";
                            default -> tokens[random.nextInt(tokens.length)];
                        };
            }
            byte[] json = String.join("", altered).getBytes(StandardCharsets.UTF_8);
            read += isRefused(zip("config.json", json)) ? 0 : 1;
        }
        assertThat(read).isBetween(TRIES / 20, TRIES);
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void zipBombsAreLeftBeforeTheyUnfold() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[MEGABYTE]);
            }
        }
        assertRefused(out.toByteArray(), Refusal.TooLarge.class);
    }

    @Test
    void deepJsonIsRefused() throws Exception {
        byte[] deep = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertRefused(zip("config.json", deep), Refusal.Damaged.class);
    }

    /** A graph whose layer takes itself. */
    @Test
    void aCircleOfLayersEnds() throws Exception {
        byte[] circle =
                """
                {"class_name":"Functional","config":{"layers":[{"class_name":"Add","name":"a",
                "config":{"name":"a"},"inbound_nodes":[[["a",0,0,{}],["a",0,0,{}]]]}],
                "input_layers":[],"output_layers":[["a",0,0]]}}
                """
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(KerasReader.read(zip("config.json", circle)).stacks()).isEmpty();
    }

    @Test
    void filesWithoutLayersAreRefused() throws Exception {
        byte[] own = "{\"class_name\":\"MyModel\",\"config\":{}}".getBytes(StandardCharsets.UTF_8);
        assertRefused(zip("config.json", own), Refusal.Empty.class);
        assertRefused(zip("other.json", own), Refusal.Damaged.class);
        assertRefused(new byte[] {1, 2, 3}, Refusal.Damaged.class);
    }

    private static void assertRefused(byte[] file, Class<? extends Refusal> how) {
        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> KerasReader.read(file))
                .extracting(ImportException::refusal)
                .isInstanceOf(how);
    }
}
