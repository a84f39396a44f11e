package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Weights of strangers. */
final class TorchReaderTest {
    private static final int MUTATIONS = 4000;

    /** Written by PyTorch 1.13: see the names for what is in it. */
    private static byte[] real = {};

    @TempDir private Path folder;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in =
                TorchReaderTest.class.getResourceAsStream("/fixtures/torch-1.13.pt")) {
            real = in.readAllBytes();
        }
    }

    private NamedTensors read(byte[] content) throws IOException {
        Path file = folder.resolve("file.pt");
        Files.write(file, content);
        return TorchReader.read(file);
    }

    private static float[] values(NamedTensors tensors, String name) {
        return tensors.tensor(name).orElseThrow().values();
    }

    @Test
    void everyKindOfTensorOfPyTorchIsRead() throws IOException {
        NamedTensors tensors = read(real);

        assertThat(values(tensors, "generator.1.running_mean")).containsExactly(0.5f, -2);
        assertThat(tensors.tensor("generator.1.num_batches_tracked").orElseThrow().shape())
                .isEmpty();
        NamedTensor transposed = tensors.tensor("extra.transposed").orElseThrow();
        assertThat(transposed.shape()).containsExactly(4, 3);
        assertThat(transposed.values()).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        assertThat(values(tensors, "extra.part")).containsExactly(5, 6, 9, 10);
        assertThat(values(tensors, "extra.half")).containsExactly(1.5f, -0.25f);
        assertThat(values(tensors, "extra.brain")).containsExactly(3, -0.5f);
        assertThat(values(tensors, "extra.parameter")).containsExactly(7);
        assertThat(values(tensors, "extra.spread")).containsExactly(5, 5, 5);
        assertThat(tensors.under("generator.").tensor("0.weight").orElseThrow().shape())
                .containsExactly(2, 3);
    }

    @Test
    void opcodesOfYoungerProtocolsAreRead() throws IOException {
        // {"w": tensor} with a frame, short strings, memos and a name from the stack.
        var pickle = new Bytes();
        pickle.add(0x80, 4, 0x95).little(0, 8).add('}', 0x94).shortText("w").add(0x94);
        pickle.shortText("torch._utils").add(0x94).shortText("_rebuild_tensor_v2");
        pickle.add(0x94, 0x93, 0x94, '(', '(');
        pickle.shortText("storage").shortText("torch").shortText("FloatStorage").add(0x93);
        pickle.shortText("0").shortText("cpu").add('K', 2, 't', 'Q', 'K', 0);
        pickle.add('K', 2, 0x85, 'K', 1, 0x85, 0x89, 'N', 't', 'R', 's', '.');
        byte[] file = zip(pickle.bytes(), new Bytes().little(0x3f800000, 4).little(0, 4).bytes());

        assertThat(values(read(file), "w")).containsExactly(1, 0);
    }

    @Test
    void aPickleThatNamesAnythingElseIsRefusedByThatName() {
        var pickle = new Bytes();
        pickle.add(0x80, 2, 'c').text("os\nsystem\n").add('X').little(9, 4).text("echo boom");
        pickle.add(0x85, 'R', '.');

        assertThatThrownBy(() -> read(zip(pickle.bytes(), new byte[0])))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.refusal()).isEqualTo(new Refusal.Forbidden("os.system")));
    }

    @Test
    void aTensorThatClaimsToBeHugeIsRefusedBeforeItIsMade() {
        // A single number, spread by strides of nothing over two thousand million places.
        byte[] pickle = tensorOf(new int[] {2_000_000_000}, new int[] {0});

        assertThatThrownBy(() -> read(zip(pickle, new byte[4])))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.refusal()).isInstanceOf(Refusal.TooLarge.class));
    }

    @Test
    void aTensorBeyondItsStorageIsDamage() {
        byte[] pickle = tensorOf(new int[] {3}, new int[] {1});

        assertThatThrownBy(() -> read(zip(pickle, new byte[8])))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e ->
                                assertThat(e.refusal())
                                        .isEqualTo(new Refusal.Damaged("PyTorch", "w")));
    }

    @Test
    void aDictionaryThatContainsItselfEnds() {
        // d["a"] = d["b"] = d
        var pickle = new Bytes();
        pickle.add(0x80, 2, '}', 'q', 0, '(');
        pickle.shortText("a").add('h', 0).shortText("b").add('h', 0, 'u', '.');

        assertThatThrownBy(() -> read(zip(pickle.bytes(), new byte[0])))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.refusal()).isEqualTo(new Refusal.Empty()));
    }

    @Test
    void aZipOfSomethingElseAndAnOldPickleAreDamage() {
        assertThatThrownBy(() -> read(zip("other.txt", new byte[3])))
                .isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> read(new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 0, 0, 0, 0, 0}))
                .isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(ImportException.class);
    }

    @Test
    void aSafetensorsFileThatClaimsMoreThanItHoldsIsRefused() {
        assertThatThrownBy(
                        () ->
                                read(
                                        safetensors(
                                                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9000000000]"
                                                        + ",\"data_offsets\":[0,36000000000]}}")))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.refusal()).isInstanceOf(Refusal.TooLarge.class));
        assertThatThrownBy(
                        () ->
                                read(
                                        safetensors(
                                                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4]"
                                                        + ",\"data_offsets\":[0,16]}}")))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e ->
                                assertThat(e.refusal())
                                        .isEqualTo(new Refusal.Damaged("safetensors", "a")));
    }

    @Test
    void safetensorsOfOtherNumbersAreRead() throws IOException {
        byte[] file =
                safetensors(
                        "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F16\",\"shape\":[2]"
                            + ",\"data_offsets\":[0,4]},\"n\":{\"dtype\":\"I64\",\"shape\":[]"
                            + ",\"data_offsets\":[0,8]}}");

        assertThat(values(read(file), "a")).containsExactly(0, 0);
        assertThat(values(read(file), "n")).containsExactly(0);
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws IOException {
        byte[] safe =
                safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
        byte[] plain = zip(tensorOf(new int[] {2}, new int[] {1}), new byte[8]);
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = mutated(i % 3 == 0 ? safe : i % 3 == 1 ? plain : real, random);
            try {
                read(changed);
            } catch (ImportException expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS);
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] changed = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0
                ? java.util.Arrays.copyOf(changed, random.nextInt(changed.length))
                : changed;
    }

    /** A dictionary of one tensor "w" of floats in storage 0. */
    private static byte[] tensorOf(int[] shape, int[] strides) {
        var pickle = new Bytes();
        pickle.add(0x80, 2, '}').shortText("w").add('c').text("torch._utils\n_rebuild_tensor_v2\n");
        pickle.add('(', '(').shortText("storage").add('c').text("torch\nFloatStorage\n");
        pickle.shortText("0").shortText("cpu").add('K', 1, 't', 'Q', 'K', 0);
        for (int[] numbers : new int[][] {shape, strides}) {
            pickle.add('(');
            for (int number : numbers) {
                pickle.add('J').little(number, 4);
            }
            pickle.add('t');
        }
        return pickle.add(0x89, 'N', 't', 'R', 's', '.').bytes();
    }

    private static byte[] safetensors(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return new Bytes().little(json.length, 8).text(header).little(0, 8).bytes();
    }

    private static byte[] zip(byte[] pickle, byte[] storage) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "archive/data.pkl", pickle);
            put(zip, "archive/data/0", storage);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, name, content);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Bytes put together. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes add(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Bytes text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Bytes shortText(String text) {
            return add(0x8c, text.length()).text(text);
        }

        Bytes little(long value, int count) {
            byte[] all =
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(value)
                            .array();
            out.write(all, 0, count);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
