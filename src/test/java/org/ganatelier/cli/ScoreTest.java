package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.data.Split;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.Moments;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that score, with the real engine, the real classifiers and real files. */
final class ScoreTest {
    @TempDir private static Path folder = Path.of("");

    private final CliHarness cli = new CliHarness(new EngineTrainer());

    @BeforeAll
    static void trainAFewSteps() {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(cli.run("train", "--preset=mlp", "--steps=2", "--out=" + folder.resolve("run")))
                .isEqualTo(ExitCode.DONE);
    }

    private static String model() {
        return "--model=" + folder.resolve("run").resolve("run.atelier");
    }

    /** The number of that name in a JSON object. */
    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":(-?[0-9.]+)").matcher(json);
        assertThat(matcher.find()).as(name + " in " + json).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private String scored(String... arguments) {
        var all = new String[arguments.length + 2];
        all[0] = "score";
        all[1] = "--json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        var fresh = new CliHarness(new EngineTrainer());
        int code = fresh.run(all);
        assertThat(fresh.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(fresh.out().strip()).startsWith("{").endsWith("}").doesNotContain("\n");
        return fresh.out();
    }

    @Test
    void anUntrainedGeneratorIsFarFromTheBaseline() {
        String json = scored(model(), "--n=300");
        assertThat(number(json, "n")).isEqualTo(300);
        assertThat(number(json, "baseline_n")).isEqualTo(300);
        assertThat(number(json, "classifier_accuracy")).isGreaterThan(0.985);
        assertThat(number(json, "frechet")).isGreaterThan(20 * number(json, "baseline"));
        assertThat(number(json, "spread")).isPositive();
        assertThat(number(json, "classes_seen")).isLessThan(10);
        assertThat(number(json, "confidence_real")).isGreaterThan(0.95);
    }

    @Test
    void theSameSeedScoresTheSameAndAnotherDoesNot() {
        String once = scored(model(), "--n=200", "--seed=3");
        assertThat(scored(model(), "--n=200", "--seed=3")).isEqualTo(once);
        assertThat(number(scored(model(), "--n=200", "--seed=4"), "frechet"))
                .isNotEqualTo(number(once, "frechet"));
    }

    @Test
    void imagesFromAFileScoreLikeTheGeneratorThatMadeThem() {
        Path file = folder.resolve("made.npy");
        assertThat(cli.run("sample", model(), "--n=200", "--out=" + file)).isEqualTo(ExitCode.DONE);
        String fromFile = scored("--images=" + file, "--data=mnist");
        String fromModel = scored(model(), "--n=200");
        for (String name : new String[] {"frechet", "confidence", "evenness", "nearest_median"}) {
            assertThat(number(fromFile, name)).as(name).isEqualTo(number(fromModel, name));
        }
    }

    @Test
    void realImagesScoreLikeTheBaselineAndLearntOnesAsCopies() throws Exception {
        Split digits = Split.of(Sets.MNIST);
        Path file = folder.resolve("real.idx.gz");
        Idx.writeImages(digits.training().images().some(300), file);
        String json = scored("--images=" + file, "--data=mnist");
        assertThat(number(json, "frechet")).isLessThan(2 * number(json, "baseline"));
        assertThat(number(json, "classes_seen")).isEqualTo(10);
        assertThat(number(json, "copies")).isEqualTo(1);
        assertThat(number(json, "copies_real")).isLessThan(0.02);
    }

    /** More noise is further away, as every measure of images should have it. */
    @Test
    void theDistanceGrowsWithNoise() throws Exception {
        Images real = Split.of(Sets.MNIST).heldOut().images().some(200);
        double last = 0;
        for (int noise : new int[] {0, 30, 60, 120}) {
            var random = new Random(1);
            var pixels = real.pixels().clone();
            for (int i = 0; i < pixels.length; i++) {
                double value = Byte.toUnsignedInt(pixels[i]) + noise * random.nextGaussian();
                pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
            Path file = folder.resolve("noise" + noise + ".npy");
            Npy.write(new Images(real.count(), real.shape(), pixels), file);
            double distance = number(scored("--images=" + file, "--data=mnist"), "frechet");
            assertThat(distance).as("noise " + noise).isGreaterThan(last);
            last = 1.5 * distance;
        }
    }

    @Test
    void aPersonGetsATableWithTheBaselineBesideEveryValue() {
        assertThat(cli.run("score", model(), "--n=150")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .contains("by the classifier of MNIST digits (99.")
                .containsPattern("N +150 +150\n")
                .containsPattern("Frechet distance +[0-9.]+ ± [0-9.]+ +[0-9.]+ ± [0-9.]+\n")
                .containsPattern("known \\(near a real image\\) +0\\.0 % +9[0-9]\\.[0-9] %\n")
                .containsPattern("classes seen \\(≥ 3 %\\) +no digits yet +10 of 10\n")
                .containsPattern("of so many of these +150 +150\n")
                .contains("Nearest of 30,000 real images")
                .containsPattern("copies +[0-9.]+ % +[0-9.]+ %");
    }

    /** Where a preset's run is, of one step. */
    private String trained(String preset) {
        Path run = folder.resolve(preset);
        assertThat(
                        new CliHarness(new EngineTrainer())
                                .run(
                                        "train",
                                        "--preset=" + preset,
                                        "--steps=1",
                                        "--threads=1",
                                        "--out=" + run))
                .isEqualTo(ExitCode.DONE);
        return "--model=" + run.resolve("run.atelier");
    }

    /** The tenth cluster is not the digit 9. */
    @Test
    void clustersHaveNoClassAccuracy() {
        assertThat(scored(trained("digits"), "--n=100"))
                .contains("\"frechet\"")
                .doesNotContain("class_accuracy");
    }

    @Test
    void classAccuracyIsToldWhereAClassWasAskedFor() {
        String told = trained("digits-conditional");
        assertThat(scored(told, "--n=100")).contains("\"class_accuracy\":0,");
        assertThat(scored(told, "--n=100", "--data=fashion")).doesNotContain("class_accuracy");
        assertThat(scored(model(), "--n=100")).doesNotContain("class_accuracy");
        assertThat(cli.run("score", told, "--n=100")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .containsPattern("class accuracy +[0-9.]+ % +99\\.[0-9] %")
                .containsPattern(
                        "probability of that class +[0-9.]+ % +(9[5-9]\\.[0-9]|100\\.0) %");
        assertThat(number(scored(told, "--n=100"), "class_probability_real")).isBetween(0.95, 1.0);
    }

    /** Of clothes 2,000 are held out. */
    @Test
    void theDistanceIsOfAsManyImagesAsThereAreRealOnesBeside() throws Exception {
        Path file = folder.resolve("clothes.idx.gz");
        Idx.writeImages(Split.of(Sets.FASHION).training().images().some(2_500), file);
        String json = scored("--images=" + file, "--data=fashion");
        assertThat(number(json, "n")).isEqualTo(2_500);
        assertThat(number(json, "frechet_n")).isEqualTo(2_000);
        assertThat(number(json, "baseline_n")).isEqualTo(2_000);
        assertThat(number(json, "nearest_of")).isEqualTo(10_000);
    }

    @Test
    void anotherClassifierMayBeAsked() {
        assertThat(scored(model(), "--n=100", "--data=fashion"))
                .contains("\"classifier\":\"Fashion-MNIST\"");
    }

    private void assertFails(int code, String sentence, String... arguments) {
        assertThat(cli.run(arguments)).isEqualTo(code);
        assertThat(cli.errors()).startsWith(sentence);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void ownImagesHaveNoClassifierButMayUseOne() throws Exception {
        Path images = folder.resolve("own.idx.gz");
        Idx.writeImages(Sets.MNIST.open().images().first(40), images);
        Path run = folder.resolve("own");
        assertThat(
                        new CliHarness(new EngineTrainer())
                                .run(
                                        "train",
                                        "--preset=" + ownExperiment(images),
                                        "--steps=1",
                                        "--out=" + run))
                .isEqualTo(ExitCode.DONE);
        String own = "--model=" + run.resolve("run.atelier");
        assertFails(
                ExitCode.FAILED,
                "There is no classifier for images of your own (own.idx.gz): --data mnist uses the"
                        + " one for digits, --data fashion the one for clothes.",
                "score",
                own);
        assertThat(scored(own, "--data=mnist", "--n=100")).contains("\"n\":100");
    }

    private static Path ownExperiment(Path images) throws Exception {
        Path file = folder.resolve("own.json");
        Files.writeString(
                file,
                """
                {"format": 1, "latentSize": 4, "data": {"images": "%s", "shape": [28, 28, 1]},
                 "generator": {"layers": [
                    {"type": "Dense", "units": 784, "activation": "Tanh"},
                    {"type": "Reshape", "target": [28, 28, 1]}]},
                 "discriminator": {"layers": [{"type": "Flatten"}, {"type": "Dense", "units": 1}]}}
                """
                        .formatted(images.toString().replace("\\", "/")));
        return file;
    }

    @Test
    void imagesOfAFileNeedToBeOfSomeSet() throws Exception {
        Path file = folder.resolve("some.npy");
        Npy.write(new Images(100, new Shape.Image(28, 28, 1), new byte[78_400]), file);
        assertFails(
                ExitCode.USAGE,
                "--images needs --data mnist or --data fashion: whose classifier to ask",
                "score",
                "--images=" + file);
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws Exception {
        Path file = folder.resolve("large.npy");
        Npy.write(new Images(100, new Shape.Image(32, 32, 1), new byte[102_400]), file);
        assertFails(
                ExitCode.FAILED,
                file + " has images of 32×32×1, and the classifier knows only images of 28×28×1.",
                "score",
                "--images=" + file,
                "--data=mnist");
    }

    @Test
    void tooFewImagesAreRefused() throws Exception {
        Path file = folder.resolve("few.npy");
        Npy.write(new Images(99, new Shape.Image(28, 28, 1), new byte[77_616]), file);
        assertFails(
                ExitCode.FAILED,
                file + " has 99 images: at least 100 are needed to score a generator.",
                "score",
                "--images=" + file,
                "--data=mnist");
        assertThat(new CliHarness(new EngineTrainer()).run("score", model(), "--n=99"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aClassifierIsTrainedAndAsked() throws ProjectException {
        Path file = folder.resolve("mine.classifier");
        assertThat(cli.run("train-judge", "--data=fashion", "--seconds=0.5", "--out=" + file))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .contains("on 8,000 images, seed 1; 2,000 others are held out")
                .containsPattern("epoch 1 · [0-9]+ s · loss [0-9.]+ · held out [0-9.]+ %")
                .contains("wrote " + file);
        ClassifierModel model = ClassifierFile.load(file);
        assertThat(model.accuracy()).isBetween(0.05, 0.95);
        assertThat(number(scored(model(), "--n=100", "--judge=" + file), "classifier_accuracy"))
                .isCloseTo(model.accuracy(), within(1e-5));
    }

    @Test
    void aBrokenClassifierIsOneSentence() throws Exception {
        Path file = folder.resolve("broken.classifier");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0});
        assertFails(
                ExitCode.FAILED,
                file + ": This file is incomplete: it was not saved or copied to its end.",
                "score",
                model(),
                "--classifier=" + file);
    }

    static List<BundledSet> sets() {
        return Catalog.all();
    }

    /** What ships is measured anew: it reaches what it states, and compares with what it states. */
    @ParameterizedTest
    @MethodSource("sets")
    void theBundledClassifiersAreAsGoodAsTheyState(BundledSet set) throws ProjectException {
        Split real = Split.of(set);
        try (Classifier classifier =
                new EngineClassifierTrainer().open(ClassifierFile.bundled(set.spec()))) {
            ClassifierModel model = classifier.model();
            Classification held = classifier.classify(real.heldOut().images());
            // Another processor may round one image to the other side.
            assertThat(held.accuracy(real.heldOut().labels().orElseThrow()))
                    .isCloseTo(model.accuracy(), within(1.5 / model.heldOut()));

            Classification taught = classifier.classify(real.training().images());
            Moments moments = Moments.of(taught.features(), taught.width());
            assertThat(model.reference().count()).isEqualTo(real.training().size());
            assertThat(model.reference().mean()).containsExactly(moments.mean(), within(1e-4));
            assertThat(model.reference().covariance())
                    .containsExactly(moments.covariance(), within(1e-4));
        }
    }
}
