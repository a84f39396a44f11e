package org.ganatelier.project;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

class ProjectFileTest {
    @TempDir private Path folder;
    private Path file = Path.of("");
    private Checkpoint checkpoint = new Checkpoint(digits(), 0, 0, Map.of(), Map.of());

    private static Experiment digits() {
        try {
            return Presets.load("digits");
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void saveAProject() throws ProjectException {
        file = folder.resolve("run.atelier");
        var arrays = new LinkedHashMap<String, float[]>();
        var random = new Random(1);
        var weights = new float[40_000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextFloat() - 0.5f;
        }
        arrays.put("generator.0.weight", weights);
        arrays.put("../odd name", new float[] {-0f, Float.MIN_VALUE, Float.MAX_VALUE, 1e30f});
        arrays.put("empty", new float[0]);
        checkpoint =
                new Checkpoint(
                        digits().withName("Überlauf"),
                        12_345_678_901L,
                        61.123456789,
                        arrays,
                        Map.of("noise", Long.MAX_VALUE));
        ProjectFile.save(file, checkpoint);
    }

    private static void assertSame(Checkpoint actual, Checkpoint expected) {
        assertThat(actual).usingRecursiveComparison().ignoringFields("arrays").isEqualTo(expected);
        assertThat(actual.arrays().keySet()).containsExactlyElementsOf(expected.arrays().keySet());
        actual.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(Arrays.equals(values, expected.arrays().get(name)))
                                        .as(name)
                                        .isTrue());
    }

    private void assertRefused(String sentence) {
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.loadRun(file))
                .extracting(Refusals::sentence)
                .isEqualTo(file + sentence);
    }

    /** Rewrites the file with one entry changed, added or, where empty, left out. */
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

    private String state() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("state.json");
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void changeState(String from, String to) throws IOException {
        String state = state();
        assertThat(state).contains(from);
        change("state.json", state.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everythingComesBackBitForBit() throws ProjectException {
        assertSame(ProjectFile.loadRun(file), checkpoint);
    }

    private void saveWith(Interventions interventions) throws ProjectException {
        checkpoint =
                new Checkpoint(
                        checkpoint.experiment(),
                        700,
                        1,
                        Map.of("a", new float[] {1}),
                        checkpoint.counters(),
                        interventions,
                        OptionalInt.of(1));
        ProjectFile.save(file, checkpoint);
    }

    private void saveWithEdits() throws ProjectException {
        LiveSetting rate =
                LiveSettings.at("training.generatorOptimizer.learningRate").orElseThrow();
        LiveSetting schedule =
                LiveSettings.at("training.discriminatorOptimizer.schedule.kind").orElseThrow();
        saveWith(
                new Interventions(
                        List.of(
                                new Edit(0, rate, "0.1", "0.001"),
                                new Edit(650, schedule, "cosine", "constant")),
                        List.of()));
    }

    @Test
    void editsComeBackInOrderAndLeadToTheBeginning() throws ProjectException {
        saveWithEdits();
        Checkpoint loaded = ProjectFile.loadRun(file);

        assertSame(loaded, checkpoint);
        var training = loaded.beginning().training();
        assertThat(training.generatorOptimizer().learningRate()).isEqualTo(0.1);
        assertThat(training.discriminatorOptimizer().schedule().kind())
                .isEqualTo(Schedule.Kind.COSINE);
    }

    @Test
    void aFileFromBeforeThereWereEditsHasNone() throws Exception {
        saveWith(Interventions.NONE);
        changeState(",\n  \"edits\": []", "");
        assertThat(ProjectFile.loadRun(file).edits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "650 | 701 | an edit was made at an impossible step",
                "650 | -1 | an edit was made at an impossible step",
                "schedule.kind | kind | no run can change"
                        + " \"training.discriminatorOptimizer.kind\"",
                "cosine | steep | an edit has an impossible value",
                "\"0.1\" | \"2\" | an edit has an impossible value",
            })
    void anEditThatCannotBeIsDamage(String from, String to, String reason) throws Exception {
        saveWithEdits();
        changeState(from, to);
        assertRefused(": This file is damaged: " + reason + ".");
    }

    private void saveWithHalfSteps() throws ProjectException {
        saveWith(
                new Interventions(
                        List.of(),
                        List.of(
                                new PlayerStep(0, Turn.GENERATOR),
                                new PlayerStep(41, Turn.DISCRIMINATOR),
                                new PlayerStep(42, Turn.GENERATOR),
                                new PlayerStep(699, Turn.DISCRIMINATOR))));
    }

    @Test
    void halvesOfStepsComeBackInOrder() throws Exception {
        saveWithHalfSteps();
        assertSame(ProjectFile.loadRun(file), checkpoint);
        assertThat(state())
                .contains("\"halfSteps\":")
                .contains("\"discriminator\": [41, 699]")
                .contains("\"generator\": [0, 42]");
    }

    /** As all files from before halves of steps were written down. */
    @Test
    void aFileOfARunOfWholeStepsSaysNothingOfThem() throws Exception {
        saveWith(Interventions.NONE);
        assertThat(state()).doesNotContain("halfSteps");
        assertThat(ProjectFile.loadRun(file).interventions().halfSteps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "699 | 700 | a D step or a G step stands at an impossible step.",
                "41 | -1 | a D step or a G step stands at an impossible step.",
                "41 | 42 | a D step or a G step stands at an impossible step.",
                "[0, 42] | [0, null] | state.json: halfSteps.generator.1: This must be a whole"
                        + " number, not null.",
            })
    void aHalfOfAStepThatCannotBeIsDamage(String from, String to, String reason) throws Exception {
        saveWithHalfSteps();
        changeState(from, to);
        assertRefused(": This file is damaged: " + reason);
    }

    @ParameterizedTest
    @CsvSource({"2", "0"})
    void unusualThreadsComeBack(int threads) throws Exception {
        saveOnThreads(threads == 0 ? OptionalInt.empty() : OptionalInt.of(threads));
        assertSame(ProjectFile.loadRun(file), checkpoint);
        assertThat(state()).contains("\"threads\": " + threads);
    }

    /** As in all files from before threads were written down. */
    @Test
    void aFileOfARunOnOneThreadSaysNothingOfIt() throws Exception {
        saveOnThreads(OptionalInt.of(1));
        assertThat(state()).doesNotContain("threads");
        assertSame(ProjectFile.loadRun(file), checkpoint);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1025"})
    void aNumberOfThreadsThatCannotBeIsDamage(int threads) throws Exception {
        saveOnThreads(OptionalInt.of(2));
        changeState("\"threads\": 2", "\"threads\": " + threads);
        assertRefused(": This file is damaged: its number of threads is impossible.");
    }

    private void saveOnThreads(OptionalInt threads) throws ProjectException {
        checkpoint =
                new Checkpoint(
                        checkpoint.experiment(),
                        700,
                        1,
                        checkpoint.arrays(),
                        checkpoint.counters(),
                        Interventions.NONE,
                        threads);
        ProjectFile.save(file, checkpoint);
    }

    @Test
    void theExperimentIsThereWithoutTheWeights() throws ProjectException {
        assertThat(ProjectFile.loadExperiment(file)).isEqualTo(checkpoint.experiment());
        assertThat(Presets.open(file.toString())).isEqualTo(checkpoint.experiment());
    }

    @Test
    void anyZipToolFindsJsonAndLittleEndianFloats() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "experiment.json",
                            "state.json",
                            "arrays/0.f32",
                            "arrays/1.f32",
                            "arrays/2.f32");
            byte[] odd = zip.getInputStream(zip.getEntry("arrays/1.f32")).readAllBytes();
            assertThat(ByteBuffer.wrap(odd).order(ByteOrder.LITTLE_ENDIAN).getFloat(12))
                    .isEqualTo(1e30f);
        }
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException, ProjectException {
        Path second = folder.resolve("second.atelier");
        ProjectFile.save(second, checkpoint);

        assertThat(Files.mismatch(file, second)).isEqualTo(-1);
    }

    @Test
    void savingReplacesTheOldFileAndLeavesNothingElse() throws IOException, ProjectException {
        var later = new Checkpoint(checkpoint.experiment(), 7, 1, Map.of(), Map.of());
        ProjectFile.save(file, later);

        assertSame(ProjectFile.loadRun(file), later);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("run.atelier", "run.atelier.bak");
        file = folder.resolve("run.atelier.bak");
        assertSame(ProjectFile.loadRun(file), checkpoint);
    }

    @Test
    void aSaveThatFailsLeavesTheOldFile() throws IOException, ProjectException {
        // Not a number cannot be written as JSON: the save breaks off halfway.
        var broken = new Checkpoint(checkpoint.experiment(), 7, Double.NaN, Map.of(), Map.of());

        assertThatRuntimeException().isThrownBy(() -> ProjectFile.save(file, broken));

        assertSame(ProjectFile.loadRun(file), checkpoint);
        assertThat(folder.toFile().list()).containsExactly("run.atelier");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() throws IOException {
        Path nowhere = folder.resolve("no/such/folder.atelier");
        Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.save(nowhere, checkpoint))
                .extracting(Refusals::sentence)
                .isEqualTo(nowhere + " cannot be saved: its folder does not exist.");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.save(Objects.requireNonNull(taken), checkpoint))
                .extracting(Refusals::sentence, as(InstanceOfAssertFactories.STRING))
                .startsWith(taken + " cannot be saved: ");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("run.atelier", "taken");
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int step = 1 + whole.length / 60;
        for (int length = 4; length < whole.length; length += step) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(": This file is incomplete: it was not saved or copied to its end.");
        }
    }

    @Test
    void aFlippedBitIsRefusedOrHarmless() throws IOException, ProjectException {
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(2);
        int refused = 0;
        int tries = 150;
        for (int i = 0; i < tries; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                assertSame(ProjectFile.loadRun(file), checkpoint);
            } catch (ProjectException e) {
                assertThat(Refusals.sentence(e)).startsWith(file.toString());
                refused++;
            }
        }
        // Only dates and the like may change unnoticed.
        assertThat(refused).isGreaterThan(tries * 9 / 10);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Files.writeString(file, "Not a zip, but long enough to be looked at.");
        assertRefused(": This is not a GAN Atelier file.");
        Files.write(file, new byte[0]);
        assertRefused(": This is not a GAN Atelier file.");
        Files.delete(file);
        assertRefused(" cannot be read: there is no such file.");
    }

    @ParameterizedTest
    @CsvSource({"experiment.json", "state.json", "arrays/1.f32"})
    void aMissingEntryIsNamed(String entry) throws IOException {
        change(entry, new byte[0]);
        assertRefused(": This file is damaged: it lacks its " + entry + ".");
    }

    @Test
    void anArrayOfAnotherLengthIsNamed() throws IOException {
        change("arrays/0.f32", new byte[39_999 * 4]);
        assertRefused(": This file is damaged: \"generator.0.weight\" should have 40,000 values.");
    }

    @Test
    void aNewerVersionIsNamed() throws IOException {
        changeState("\"format\": 1", "\"format\": 2");
        assertRefused(": This was written by a newer GAN Atelier (format 2; this one reads 1).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40000 | 2000000000 | it claims to hold 2,000,000,004 values.",
                "40000 | -1 | \"generator.0.weight\" is listed wrongly.",
                "../odd name | empty | \"empty\" is listed wrongly.",
                "\"step\": 12345678901 | \"step\": -1 | its version, step or time is impossible.",
                "\"seconds\": 61.1 | \"seconds\": -61.1 | its version, step or time is impossible.",
                "61.123456789 | 1e300 | its version, step or time is impossible.",
                "9223372036854775807 | -1 | the counter \"noise\" is impossible.",
                "../odd name | odd\\u001bname | an array has an impossible name.",
                "9223372036854775807 | null | state.json: counters.noise: This must be a whole"
                        + " number, not null.",
                "\"step\": 12345678901 | \"step\": \"x\" | state.json: step: This must be a whole"
                        + " number, not \"x\".",
                "\"counters\" | \"counter\" | state.json: counters: This is missing; it must be an"
                        + " object.",
            })
    void aHostileStateIsRefused(String from, String to, String sentence) throws IOException {
        changeState(from, to);
        assertRefused(": This file is damaged: " + sentence);
    }

    @Test
    void valuesThatNoNetworkWantsAreNotRead() throws IOException {
        changeState("40000", "50000000");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.loadRun(file))
                .extracting(Refusals::sentence, as(InstanceOfAssertFactories.STRING))
                .matches(
                        ".*damaged: its networks need [0-9,]+ values at most, and it lists"
                                + " 50,000,004\\.");
    }

    @Test
    void aTextThatWouldFillTheMemoryIsNotRead() throws IOException {
        change("state.json", new byte[200_000_000]);
        assertRefused(": This file is damaged: its \"state.json\" cannot be read.");
    }

    @Test
    void aDamagedExperimentIsNamedWithItsPlace() throws IOException {
        change("experiment.json", "{\"format\": 1}".getBytes(StandardCharsets.UTF_8));
        assertRefused(": generator: This is missing; it must be an object.");
    }
}
