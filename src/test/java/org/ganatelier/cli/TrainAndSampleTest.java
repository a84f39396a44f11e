package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** The commands with the real engine, the real digits and real files, which are read back. */
final class TrainAndSampleTest {
    private static final int STEPS = 3;

    @TempDir private static Path folder = Path.of("");
    private static String said = "";

    @BeforeAll
    static void trainAFewSteps() {
        var cli = new CliHarness(new EngineTrainer());
        int code =
                cli.run(
                        "train",
                        "--preset=mlp",
                        "--steps=" + STEPS,
                        "--seed=7",
                        "--threads=1",
                        "--set=training.batchSize=8",
                        "--set=generator.layers.0.units=32",
                        "--out=" + folder.resolve("run"),
                        "--json");
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        said = cli.out();
    }

    @Test
    void theModelHoldsTheExperimentAsItWasSetAndAllSteps() throws Exception {
        var checkpoint = ProjectFile.loadRun(run("run.atelier"));
        assertThat(checkpoint.step()).isEqualTo(STEPS);
        assertThat(checkpoint.experiment().seed()).isEqualTo(7);
        assertThat(checkpoint.experiment().training().batchSize()).isEqualTo(8);
        assertThat(checkpoint.arrays()).isNotEmpty();
    }

    @Test
    void theModelHoldsWhatTheRunTold() throws Exception {
        var past = ProjectFile.load(run("run.atelier")).past().orElseThrow();
        assertThat(past.history().firstStep()).isEqualTo(1);
        assertThat(past.history().lastStep()).isEqualTo(STEPS);
        assertThat(past.history().value(Curve.D_REAL, STEPS)).isBetween(0.0, 1.0);
    }

    @Test
    void aGeneratorThatIsToldLabelsCanBeAskedForAClass() throws Exception {
        var cli = new CliHarness(new EngineTrainer());
        Path told = folder.resolve("told");
        int code =
                cli.run(
                        "train",
                        "--preset=fashion",
                        "--steps=2",
                        "--threads=1",
                        "--set=training.batchSize=8",
                        "--set=conditioning=projection",
                        "--out=" + told);
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        // Ten rows of eight, two pixels to one, and gaps.
        var grid = ImageIO.read(told.resolve("grid.png").toFile());
        assertThat((double) grid.getHeight() / grid.getWidth()).isBetween(1.23, 1.27);

        Path model = told.resolve("run.atelier");
        byte[] byName = Files.readAllBytes(sample(model, "a.npy", "--label=sneaker"));
        assertThat(byName)
                .isEqualTo(Files.readAllBytes(sample(model, "b.npy", "--label=7")))
                .isNotEqualTo(Files.readAllBytes(sample(model, "c.npy", "--label=8")));
        code = cli.run("sample", "--model=" + model, "--n=1", "--out=x.npy", "--label=boot");
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(cli.errors())
                .contains("There is no class \"boot\": --label must be 0 to 9, or one of T-shirt,")
                .contains("Sneaker");
    }

    @Test
    void aGeneratorThatIsToldNothingSaysSo() {
        var cli = new CliHarness(new EngineTrainer());
        int code =
                cli.run(
                        "sample",
                        "--model=" + run("run.atelier"),
                        "--n=1",
                        "--out=x.npy",
                        "--label=7");
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors())
                .contains("was trained without labels, so it cannot be asked for a class")
                .contains("digits-conditional");
    }

    @Test
    void theFiguresHaveALineForEachStep() throws IOException {
        List<String> lines = Files.readAllLines(run("metrics.csv"));
        assertThat(lines)
                .hasSize(1 + STEPS)
                .first()
                .isEqualTo(
                        "step,seconds,g_loss,d_loss,d_real,d_fake,images_per_s,"
                                + "gradient_penalty,g_rate,d_rate,g_gradient,d_gradient");
        for (int step = 1; step <= STEPS; step++) {
            double[] values =
                    Arrays.stream(lines.get(step).split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            assertThat(values).hasSize(12);
            assertThat(values[0]).isEqualTo(step);
            // Untrained, both losses are near those of a coin: ln 2 and 2 ln 2.
            assertThat(values[2]).isBetween(0.05, 5.0);
            assertThat(values[3]).isBetween(0.05, 5.0);
            assertThat(values[4]).isBetween(0.0, 1.0);
            assertThat(values[5]).isBetween(0.0, 1.0);
            assertThat(values[7]).isNaN();
            assertThat(values[8]).isPositive();
            assertThat(values[9]).isPositive();
        }
    }

    @Test
    void aTrainingWithEditsTellsThemAndIsRepeatedByItsOwnFile() throws Exception {
        var cli = new CliHarness(new EngineTrainer());
        int code =
                cli.run(
                        "train",
                        "--preset=mlp",
                        "--steps=4",
                        "--threads=1",
                        "--set=training.batchSize=8",
                        "--edit=2:training.averageDecay=0.5",
                        "--edit=1:training.generatorOptimizer.learningRate=0.0001",
                        "--out=" + folder.resolve("edited"));
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(cli.out().lines())
                .containsSubsequence(
                        "after step 1: G’s learning rate 0.001 → 0.0001",
                        "after step 2: G’s EMA decay 0 → 0.5");

        Path file = folder.resolve("edited/run.atelier");
        code =
                cli.run(
                        "train",
                        "--preset=" + file,
                        "--replay",
                        "--out=" + folder.resolve("replayed"));
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        var one = ProjectFile.loadRun(file);
        var other = ProjectFile.loadRun(folder.resolve("replayed/run.atelier"));
        assertThat(other.edits()).isEqualTo(one.edits()).hasSize(2);
        assertThat(other.experiment()).isEqualTo(one.experiment());
        assertSameArrays(other, one);
        assertThat(Files.readAllLines(folder.resolve("edited/metrics.csv")))
                .map(line -> line.split(",", -1)[8])
                .containsExactly(
                        "g_rate", "0.001000000", "0.0001000000", "0.0001000000", "0.0001000000");

        Path averaged = sample(file, "averaged.npy");
        Path raw = sample(file, "raw.npy", "--raw");
        assertThat(Files.readAllBytes(averaged)).isNotEqualTo(Files.readAllBytes(raw));
    }

    /** The loss of minimax is below 0, the other one above. */
    @Test
    void aChangeOfTheLossIsAnEditLikeAnyOther() throws Exception {
        var cli = new CliHarness(new EngineTrainer());
        Path out = folder.resolve("edited");
        cli.run(
                "train",
                "--preset=mlp",
                "--steps=4",
                "--threads=1",
                "--set=training.batchSize=8",
                "--edit=2:objective.kind=minimax",
                "--out=" + out);
        assertThat(cli.errors()).isEmpty();
        assertThat(cli.out()).contains("after step 2: objective non-saturating → minimax");
        assertThat(Files.readAllLines(out.resolve("metrics.csv")).stream().skip(1))
                .map(line -> line.split(",", -1)[2].startsWith("-"))
                .containsExactly(false, false, true, true);

        Path file = out.resolve("run.atelier");
        cli.run("train", "--preset=" + file, "--replay", "--out=" + folder.resolve("replayed"));
        assertThat(cli.errors()).isEmpty();
        var one = ProjectFile.loadRun(file);
        var other = ProjectFile.loadRun(folder.resolve("replayed/run.atelier"));
        assertThat(one.experiment().objective().loss()).isEqualTo(new Minimax());
        assertThat(one.beginning().objective().loss()).isEqualTo(new NonSaturating());
        assertSameArrays(other, one);
    }

    /** A run that was played by hand, as in the window. */
    private static Checkpoint playedByHand() throws Exception {
        Experiment experiment =
                Presets.load("mlp").withTraining(t -> t.withBatchSize(8).withAverageDecay(0.5));
        Run run =
                new EngineTrainer()
                        .start(
                                Experiments.ready(experiment),
                                Datasets.open(experiment.data()),
                                Optional.empty(),
                                RunOptions.live().startingPaused(),
                                _ -> {});
        run.step(Run.Turn.BOTH);
        run.step(Run.Turn.DISCRIMINATOR);
        run.step(Run.Turn.GENERATOR);
        // The edit is made before whatever step comes next: it must not come before those above.
        run.checkpoint().get();
        run.edit(Experiments.ready(experiment.withTraining(t -> t.withTurns(2, 1))));
        run.step(Run.Turn.BOTH);
        Checkpoint played = run.checkpoint().get();
        run.close();
        return played;
    }

    /** Bit for bit; one by one, for a million differences are too many to describe. */
    private static void assertSameArrays(Checkpoint actual, Checkpoint expected) {
        assertThat(actual.arrays()).containsOnlyKeys(expected.arrays().keySet());
        expected.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(actual.arrays().get(name)).as(name).isEqualTo(values));
    }

    private static Checkpoint replayed(Path original, String name, String... more)
            throws Exception {
        Path out = folder.resolve(name);
        var cli = new CliHarness(new EngineTrainer());
        var arguments =
                Stream.concat(
                        Stream.of("train", "--preset=" + original, "--replay", "--out=" + out),
                        Stream.of(more));
        int code = cli.run(arguments.toArray(String[]::new));
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return ProjectFile.loadRun(out.resolve("run.atelier"));
    }

    /** Such a run says nothing of the way: there was no other. */
    @Test
    void aReplayOfARunFromBeforeDropoutWasHashedDrawsItAsThen() throws Exception {
        Path before = Path.of("src/test/resources/golden/runs/convolutional.atelier");
        Checkpoint once = replayed(before, "before");
        Checkpoint twice = replayed(folder.resolve("before/run.atelier"), "again");
        assertThat(DropoutMasks.of(ProjectFile.loadRun(before).counters()))
                .isEqualTo(DropoutMasks.of(once.counters()))
                .isEqualTo(DropoutMasks.of(twice.counters()))
                .isEqualTo(DropoutMasks.IN_TURN);
        assertSameArrays(twice, once);
    }

    @Test
    void aReplayAndItsReplayAreTheRunThatWasPlayedByHand() throws Exception {
        Checkpoint played = playedByHand();
        Path file = folder.resolve("played.atelier");
        ProjectFile.save(file, played);

        Checkpoint once = replayed(file, "once");
        Checkpoint twice = replayed(folder.resolve("once/run.atelier"), "twice");
        assertThat(played.edits()).extracting(Edit::step).containsExactly(3L);
        assertThat(played.interventions().halfSteps()).hasSize(2);
        for (Checkpoint replay : List.of(once, twice)) {
            assertThat(replay)
                    .usingRecursiveComparison()
                    .ignoringFields("seconds", "arrays")
                    .isEqualTo(played);
            assertSameArrays(replay, played);
        }
        assertThat(replayed(file, "further", "--steps=6").step()).isEqualTo(6);
    }

    @Test
    void aReplayHasTheThreadsOfItsRunUnlessToldOtherwise() throws Exception {
        var cli = new CliHarness(new EngineTrainer());
        Path out = folder.resolve("two");
        int code = cli.run("train", "--preset=mlp", "--steps=1", "--threads=2", "--out=" + out);
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        Path file = out.resolve("run.atelier");
        Checkpoint run = ProjectFile.loadRun(file);
        Checkpoint again = replayed(file, "two-again");
        assertThat(again.threads()).hasValue(2).isEqualTo(run.threads());
        assertSameArrays(again, run);
        assertThat(replayed(file, "two-by-one", "--threads=1").threads()).hasValue(1);
    }

    private static Path sample(Path model, String name, String... more) {
        Path file = folder.resolve(name);
        var cli = new CliHarness(new EngineTrainer());
        var arguments =
                Stream.concat(
                        Stream.of("sample", "--model=" + model, "--n=3", "--out=" + file),
                        Stream.of(more));
        assertThat(cli.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.DONE);
        return file;
    }

    @Test
    void theResultIsOneLineOfJson() {
        assertThat(said.strip().lines()).hasSize(1);
        assertThat(said)
                .startsWith("{")
                .contains("\"end\":\"completed\"", "\"steps\":3", "\"seed\":7", "\"threads\":1")
                .contains("\"g_loss\":", "\"engine\":\"DL4J");
    }

    /** Orthogonal weights that all but rest: their singular values are 1. */
    private static String trainNormalized(String... more) {
        var cli = new CliHarness(new EngineTrainer());
        var arguments =
                Stream.concat(
                        Stream.of(
                                "train",
                                "--preset=mlp",
                                "--steps=2",
                                "--threads=1",
                                "--set=training.batchSize=8",
                                "--set=training.discriminatorOptimizer.learningRate=1e-9",
                                "--set=discriminator.initialization=orthogonal",
                                "--set=discriminator.layers.1.spectralNorm=true",
                                "--set=discriminator.layers.3.spectralNorm=true",
                                "--out=" + folder.resolve("normalized")),
                        Stream.of(more));
        int code = cli.run(arguments.toArray(String[]::new));
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return cli.out();
    }

    @Test
    void whatWeightsAreDividedByIsSaidAtTheEnd() {
        assertThat(trainNormalized().lines())
                .containsSubsequence(
                        "sigma, the largest singular value by which the weights are divided:"
                                + " discriminator.1 1.00, discriminator.3 1.00",
                        "Done; wrote %s, %s and %s"
                                .formatted(
                                        folder.resolve("normalized/run.atelier"),
                                        folder.resolve("normalized/metrics.csv"),
                                        folder.resolve("normalized/grid.png")));
    }

    @Test
    void whatWeightsAreDividedByIsPartOfTheJson() {
        String result = trainNormalized("--json");
        assertThat(result.strip().lines()).hasSize(1);
        var sigma =
                Pattern.compile(
                                "\"sigma\":\\{\"discriminator.1\":([0-9.]+),"
                                        + "\"discriminator.3\":([0-9.]+)}")
                        .matcher(result);
        assertThat(sigma.find()).as(result).isTrue();
        for (int layer = 1; layer <= 2; layer++) {
            // Sums of some hundred float32 products.
            assertThat(Double.parseDouble(sigma.group(layer))).isCloseTo(1, Offset.offset(1e-5));
        }
        assertThat(said).doesNotContain("sigma");
    }

    @Test
    void theGridIsWhatTheModelMakesOfTheSameSeed() throws IOException {
        Path sampled = sample("again.png", 64, 7);
        assertThat(Files.readAllBytes(sampled)).isEqualTo(Files.readAllBytes(run("grid.png")));
        var picture = ImageIO.read(run("grid.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(2 * (8 * 30 + 2)).isEqualTo(picture.getHeight());
    }

    @Test
    void imagesAreTheSameInEveryFormat() throws IOException {
        Path npy = sample("five.npy", 5, 1);
        Images idx = Idx.readImages(sample("five.idx.gz", 5, 1));
        assertThat(idx.count()).isEqualTo(5);
        assertThat(idx.shape()).isEqualTo(new Shape.Image(28, 28, 1));
        byte[] array = Files.readAllBytes(npy);
        assertThat(new String(array, 0, 128, StandardCharsets.ISO_8859_1))
                .contains("'descr': '|u1'", "'shape': (5, 28, 28)");
        assertThat(Arrays.copyOfRange(array, 128, array.length)).isEqualTo(idx.pixels());
    }

    @Test
    void anotherSeedGivesOtherImages() throws IOException {
        assertThat(Files.readAllBytes(sample("a.npy", 2, 1)))
                .isNotEqualTo(Files.readAllBytes(sample("b.npy", 2, 2)));
    }

    @Test
    void whatCannotBeSampledIsSaidInASentence() {
        var cli = new CliHarness(new EngineTrainer());
        String model = "--model=" + run("run.atelier");
        assertThat(cli.run("sample", model, "--n=1", "--out=picture.jpg"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("sample", model, "--n=0", "--out=picture.png"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("sample", model, "--n=10001", "--out=picture.png"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("sample", model, "--n=999999999", "--out=all.npy"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.run("sample", "--model=" + run("grid.png"), "--n=1", "--out=a.npy"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors())
                .contains(
                        "--out must end in .npy, .idx.gz or .png",
                        "--n must be at least 1",
                        "A picture shows at most 10,000 images",
                        "images of this size can be made at once.",
                        "grid.png")
                .doesNotContain("Exception", "\tat ");
    }

    private static Path sample(String name, int count, long seed) {
        Path file = folder.resolve(name);
        var cli = new CliHarness(new EngineTrainer());
        int code =
                cli.run(
                        "sample",
                        "--model=" + run("run.atelier"),
                        "--n=" + count,
                        "--seed=" + seed,
                        "--out=" + file);
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return file;
    }

    private static Path run(String name) {
        return folder.resolve("run").resolve(name);
    }
}
