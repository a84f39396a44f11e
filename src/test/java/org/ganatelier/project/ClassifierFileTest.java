package org.ganatelier.project;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.Moments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

final class ClassifierFileTest {
    private static final int FEATURES = 3;

    private static final NetworkSpec NETWORK =
            NetworkSpec.of(
                    new Flatten(),
                    new Dense(FEATURES, false, new Activation.LeakyReLU(0.1)),
                    new Dense(10, true, new Activation.Linear()));

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");
    private ClassifierModel classifier = classifier();

    private static ClassifierModel classifier() {
        var random = new Random(1);
        var arrays = new LinkedHashMap<String, float[]>();
        arrays.put("1.weight", floats(784 * FEATURES, random));
        arrays.put("2.weight", floats(FEATURES * 10, random));
        arrays.put("2.bias", floats(10, random));
        return new ClassifierModel(
                Sets.FASHION.spec(),
                NETWORK,
                -7,
                40,
                20,
                0.85,
                arrays,
                Moments.of(floats(40 * FEATURES, random), FEATURES));
    }

    private static float[] floats(int count, Random random) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    @BeforeEach
    void save() throws ProjectException {
        classifier = classifier();
        file = folder.resolve("some.classifier");
        ClassifierFile.save(file, classifier);
    }

    @Test
    void givesBackWhatWasSaved() throws ProjectException {
        ClassifierModel read = ClassifierFile.load(file);
        assertThat(read.data()).isEqualTo(classifier.data());
        assertThat(read.network()).isEqualTo(classifier.network());
        assertThat(read.seed()).isEqualTo(-7);
        assertThat(read.trainedOn()).isEqualTo(40);
        assertThat(read.heldOut()).isEqualTo(20);
        assertThat(read.accuracy()).isEqualTo(0.85);
        assertThat(read.arrays().keySet()).containsExactlyElementsOf(classifier.arrays().keySet());
        read.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(Arrays.equals(values, classifier.arrays().get(name)))
                                        .as(name)
                                        .isTrue());
        // As floats on disk.
        assertThat(read.reference().count()).isEqualTo(40);
        assertThat(read.reference().mean())
                .containsExactly(classifier.reference().mean(), within(1e-7));
        assertThat(read.reference().covariance())
                .containsExactly(classifier.reference().covariance(), within(1e-7));
    }

    @Test
    void aFileThatNamesItsEntryAsTheFirstVersionDidIsRead() throws Exception {
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.move(zip.getPath("classifier.json"), zip.getPath("judge.json"));
        }
        assertThat(ClassifierFile.load(file).seed()).isEqualTo(-7);
    }

    static List<BundledSet> sets() {
        return Catalog.all();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void oneShipsForEachBundledSetAndIsSmall(BundledSet set) throws Exception {
        ClassifierModel model = ClassifierFile.bundled(set.spec());
        assertThat(model.data()).isEqualTo(set.spec());
        assertThat(model.trainedOn() + model.heldOut()).isEqualTo(set.samples());
        Path copy = folder.resolve("bundled.classifier");
        ClassifierFile.save(copy, model);
        assertThat(Files.size(copy)).isLessThan(1_000_000);
    }

    @Test
    void theBundledClassifiersStateWhatTheyReach() throws ProjectException {
        assertThat(ClassifierFile.bundled(Sets.MNIST.spec()).accuracy())
                .isGreaterThanOrEqualTo(0.99);
        assertThat(ClassifierFile.bundled(Sets.FASHION.spec()).accuracy())
                .isGreaterThanOrEqualTo(0.91);
    }

    private void assertRefused(String sentence) {
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ClassifierFile.load(file))
                .extracting(Refusals::sentence)
                .isEqualTo(file + sentence);
    }

    /** Rewrites the file with one entry changed or, where empty, left out. */
    private void change(String entry, byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry old : zip.stream().toList()) {
                entries.put(old.getName(), zip.getInputStream(old).readAllBytes());
            }
        }
        entries.put(entry, bytes);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var one : entries.entrySet()) {
                if (one.getValue().length > 0) {
                    zip.putNextEntry(new ZipEntry(one.getKey()));
                    zip.write(one.getValue());
                    zip.closeEntry();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "format": 1           | "format": 2          | : This was written by a newer GAN Atelier (format 2; this one reads 1).
                    "accuracy": 0.85      | "accuracy": 1.85     | : This file is damaged: classifier.json: its accuracy or a number of images is impossible.
                    "units": 3            | "units": 4           | : This file is damaged: classifier.json: its network has 3,186 parameters, and it lists 2,392.
                    "Flatten"              | "GlobalAveragePool"   | : This file is damaged: classifier.json: its network has 43 parameters, and it lists 2,392.
                    "2.weight"             | "1.weight"            | : This file is damaged: classifier.json: "1.weight" is listed wrongly.
                    """)
    void whatItStatesAboutItselfIsChecked(String from, String to, String sentence)
            throws Exception {
        String state;
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("classifier.json");
            state = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(state).contains(from);
        change("classifier.json", state.replace(from, to).getBytes(StandardCharsets.UTF_8));
        assertRefused(sentence);
    }

    @Test
    void aStateThatIsNoJsonIsRefused() throws Exception {
        change("classifier.json", "{".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ClassifierFile.load(file))
                .extracting(Refusals::sentence, as(InstanceOfAssertFactories.STRING))
                .startsWith(file + ": This file is damaged: classifier.json: ");
    }

    @Test
    void aMissingArrayIsRefused() throws Exception {
        change("arrays/1.f32", new byte[0]);
        assertRefused(": This file is damaged: it lacks its arrays/1.f32.");
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() throws Exception {
        var bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(12, Float.NaN);
        change("arrays/2.f32", bytes.array());
        assertRefused(": This file is damaged: \"2.bias\" has a value that is not a number.");
    }

    @Test
    void aFileThatWasCutShortIsRefused() throws Exception {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
        assertRefused(": This file is incomplete: it was not saved or copied to its end.");
    }

    @Test
    void anotherFileIsRefused() throws Exception {
        Files.writeString(file, "not a classifier");
        assertRefused(": This is not a GAN Atelier file.");
    }

    @Test
    void aMissingFileIsRefused() {
        file = folder.resolve("none.classifier");
        assertRefused(" cannot be read: there is no such file.");
    }
}
