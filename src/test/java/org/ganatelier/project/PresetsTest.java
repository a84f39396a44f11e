package org.ganatelier.project;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.Told;
import org.ganatelier.plan.model.Concern;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.text.Language;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

class PresetsTest {
    static List<String> names() {
        return Presets.names();
    }

    @Test
    void theDefaultComesFirst() {
        assertThat(names())
                .containsExactly(
                        "digits",
                        "digits-plain",
                        "digits-conditional",
                        "mlp",
                        "dcgan",
                        "tutorial",
                        "fashion",
                        "points",
                        "collapse",
                        "d-wins",
                        "too-fast",
                        "article");
    }

    @Test
    void everyPresetSaysWhatItIsInEveryLanguage() {
        for (Language language : Language.offered()) {
            Words words = Words.of(language);
            assertThat(Presets.names())
                    .allSatisfy(
                            preset ->
                                    assertThat(PresetText.lesson(words, preset))
                                            .matches("\\p{Lu}.{20,}\\."))
                    .allSatisfy(preset -> assertThat(PresetText.title(words, preset)).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void presetFilesLookAsTheProgramWritesThem(String name) throws Exception {
        String file;
        try (var in = Presets.class.getResourceAsStream("/presets/" + name + ".json")) {
            file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(ProjectJson.write(Presets.load(name))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits",
                "digits-plain",
                "digits-conditional",
                "mlp",
                "dcgan",
                "tutorial",
                "fashion",
                "points",
                "collapse",
                "d-wins",
                "too-fast"
            })
    void presetsAreReady(String name) throws ProjectException {
        assertThat(Planner.check(Presets.load(name)).problems()).isEmpty();
    }

    /** Counted by hand from the layers, running statistics included. */
    @ParameterizedTest
    @CsvSource({
        "mlp, 559632, 533505",
        // From z: 10 * 1568 + 4 * 1568, 16 * 32 * 16 + 4 * 16, 16 * 16 + 1. From the image:
        // 16 * 16 + 16, 32 * 16 * 16 + 4 * 32, 1568 * 128 + 4 * 128, 128 + 1.
        "digits-plain, 30465, 209937",
        // For 20 clusters 20 * 1568 weights more in G's first layer, and 20 * 128 of embeddings.
        "digits, 61825, 212497",
        // For ten classes half as many.
        "digits-conditional, 46145, 211217",
        "dcgan, 359553, 36705",
        "tutorial, 2330944, 212865"
    })
    void presetsHaveAsManyParametersAsTheirLayersSay(
            String name, long generator, long discriminator) throws ProjectException {
        var plan = Planner.check(Presets.load(name)).plan();

        assertThat(plan.generator().parameterCount()).isEqualTo(generator);
        assertThat(plan.discriminator().parameterCount()).isEqualTo(discriminator);
    }

    /**
     * Both are written as published, with kernels of 5 and strides of 2; the article's generator
     * normalizes nothing, at Adam's usual rate.
     */
    @Test
    void onlyTheTutorialAndTheArticleWarn() throws ProjectException {
        for (String preset : Presets.names()) {
            var warnings = Planner.check(Presets.load(preset)).warnings();
            assertThat(warnings)
                    .as(preset)
                    .filteredOn(w -> w.concern() instanceof Concern.UnevenOverlap)
                    .hasSize(Set.of("tutorial", "article").contains(preset) ? 2 : 0);
            assertThat(warnings)
                    .as(preset)
                    .filteredOn(w -> !(w.concern() instanceof Concern.UnevenOverlap))
                    .hasSize(preset.equals("article") ? 1 : 0)
                    .allMatch(w -> w.concern() instanceof Concern.FastWithoutNormalization);
        }
    }

    @Test
    void theArticleOpensAsWrittenWithItsProblemsWhereTheyStand() throws ProjectException {
        var problems = Told.all(Presets.load("article"));

        assertThat(problems)
                .extracting(Told::place)
                .containsExactly(
                        new Problem.Place.Layer(Side.GENERATOR, 1),
                        new Problem.Place.Layer(Side.GENERATOR, 4),
                        new Problem.Place.Layer(Side.DISCRIMINATOR, 6));
        assertThat(problems)
                .extracting(Told::message)
                .containsExactly(
                        "28×28×1 takes 784 values, but 128 come in",
                        "Makes 112×112 images; the data is 28×28",
                        "Ends in a sigmoid, but the objective wants the plain score: it applies the"
                                + " sigmoid itself, where it cannot saturate");
        assertThat(problems)
                .extracting(problem -> problem.labels().getFirst())
                .containsExactly(
                        "Set units of Dense to 784",
                        "Set target of Reshape to 7×7×16",
                        "Remove the sigmoid");
    }

    @Test
    void oneClickOnEachProblemMendsTheArticle() throws ProjectException {
        Experiment article = Presets.load("article");

        Experiment mended = article;
        for (Problem problem : Planner.suggest(article).problems()) {
            mended = problem.fixes().getFirst().apply(mended);
        }

        assertThat(Planner.check(mended).problems()).isEmpty();
        assertThat(mended.generator().layers())
                .startsWith(
                        new Dense(784, true, new Activation.ReLU()),
                        new Reshape(new Shape.Image(7, 7, 16)));
    }

    @Test
    void theLastClickOnTheArticlesProblemsBringsRatesThatSuitIt() throws ProjectException {
        Experiment mended = Presets.load("article");
        while (Planner.suggest(mended) instanceof Outcome.Rejected rejected) {
            assertThat(mended.training().generatorOptimizer().learningRate()).isEqualTo(0.001);
            mended = rejected.problems().getFirst().fixes().getFirst().apply(mended);
        }

        for (Side side : Side.values()) {
            assertThat(mended.training().optimizer(side).learningRate()).isEqualTo(0.0002);
        }
        assertThat(Planner.check(mended).warnings())
                .noneMatch(w -> w.concern() instanceof Concern.FastWithoutNormalization);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open("dcgam"))
                .extracting(Refusals::sentence)
                .isEqualTo(
                        "\"dcgam\" is neither a file nor a preset; the presets are digits,"
                            + " digits-plain, digits-conditional, mlp, dcgan, tutorial, fashion,"
                            + " points, collapse, d-wins, too-fast, article.");
    }

    @Test
    void anExperimentOfOnesOwnIsReadFromItsFile(@TempDir Path folder)
            throws IOException, ProjectException {
        var mine = Presets.load("mlp").withSeed(5).withName("Mine");
        Path file = Files.writeString(folder.resolve("mine.json"), ProjectJson.write(mine));

        assertThat(Presets.open(file.toString())).isEqualTo(mine);
    }

    @Test
    void aBadFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"format\": 3}");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xc3, 0x28});

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(file.toString()))
                .extracting(Refusals::sentence, as(InstanceOfAssertFactories.STRING))
                .startsWith(file + ": This was written by a newer GAN Atelier");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(bytes.toString()))
                .extracting(Refusals::sentence)
                .isEqualTo(bytes + " is not text.");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(folder.toString()))
                .extracting(Refusals::sentence, as(InstanceOfAssertFactories.STRING))
                .startsWith(folder + " cannot be read: ");
    }
}
