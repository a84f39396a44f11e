package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sweeps by the command line, with the real engine. */
final class SweepTest {
    private static final String SWEEP =
            """
            {"format": 1, "experiments": ["mlp"], "seeds": [7],
             "settings": {"training.batchSize": [8, 16], "generator.layers.0.units": [32]},
             "goal": {"steps": 3}, "score": 100}
            """;

    @TempDir private static Path folder = Path.of("");

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("sweep.json"), SWEEP);
        var cli = new CliHarness(new EngineTrainer());
        assertThat(sweep(cli, "sweep.json", "out", "--slots=2")).isEqualTo(ExitCode.DONE);
        assertThat(cli.errors()).isEmpty();
        assertThat(cli.out()).contains("2 trainings of 3 steps each, 2 at a time", "[2 of 2]");
    }

    private static int sweep(CliHarness cli, String file, String out, String... more) {
        return cli.run(
                Stream.concat(
                                Stream.of(
                                        "sweep",
                                        folder.resolve(file).toString(),
                                        "--out=" + folder.resolve(out)),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static Path cell(String out, int number) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(out).resolve("results.csv"));
        String name = lines.get(1 + number).split(",", 2)[0];
        return folder.resolve(out).resolve("cells").resolve(name);
    }

    private static void assertSameBits(Path one, Path other) throws Exception {
        Checkpoint a = ProjectFile.loadRun(one);
        Checkpoint b = ProjectFile.loadRun(other);
        assertThat(a.experiment()).isEqualTo(b.experiment());
        assertThat(a.step()).isEqualTo(b.step());
        assertThat(a.counters()).isEqualTo(b.counters());
        assertThat(a.arrays().keySet()).isEqualTo(b.arrays().keySet());
        a.arrays().forEach((name, values) -> assertThat(values).isEqualTo(b.arrays().get(name)));
    }

    private static String digest(String out, int number) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(out).resolve("results.csv"));
        String line = lines.get(1 + number);
        return line.substring(line.lastIndexOf(',') + 1);
    }

    @Test
    void aCellIsWhatTrainMakesToTheBit() throws Exception {
        var cli = new CliHarness(new EngineTrainer());
        Path alone = folder.resolve("alone");
        cli.run(
                "train",
                "--preset=mlp",
                "--seed=7",
                "--threads=1",
                "--steps=3",
                "--set=training.batchSize=16",
                "--set=generator.layers.0.units=32",
                "--no-coach",
                "--out=" + alone);
        Path cell = cell("out", 1);
        assertSameBits(cell.resolve("run.atelier"), alone.resolve("run.atelier"));
        assertThat(cell.resolve("grid.png")).hasSameBinaryContentAs(alone.resolve("grid.png"));
        assertThat(losses(cell)).hasSize(4).isEqualTo(losses(alone));
        assertThat(Files.readString(cell.resolve("experiment.json"))).contains("\"seed\": 7");
    }

    /** Step and losses of each line. */
    private static List<String> losses(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(line -> line.split(",", -1))
                .map(values -> values[0] + "," + values[2] + "," + values[3])
                .toList();
    }

    @Test
    void theScoreOfACellIsThatOfTheScoreCommand() throws Exception {
        var cli = new CliHarness(new EngineTrainer());
        Path model = cell("out", 0).resolve("run.atelier");
        cli.run("score", "--model=" + model, "--n=100", "--json");
        String line = Files.readAllLines(folder.resolve("out/results.csv")).get(1);
        String distance = line.split(",", -1)[7];
        assertThat(cli.out()).contains("\"frechet\":" + distance + ",");
    }

    @Test
    void startedAgainItHasNothingToDo() {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(sweep(cli, "sweep.json", "out")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).contains("2 are finished already").doesNotContain("[2 of 2]");
    }

    @Test
    void aTrainingThatGoesOnFromARungEndsInTheSameBits() throws Exception {
        String halving =
                SWEEP.replace(
                        "\"score\"", "\"halving\": {\"rungs\": [1], \"keep\": 0.5}, \"score\"");
        Files.writeString(folder.resolve("halving.json"), halving);
        var cli = new CliHarness(new EngineTrainer());
        assertThat(sweep(cli, "halving.json", "halving")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).contains("ended early");
        List<String> ends = Files.readAllLines(folder.resolve("halving/results.csv"));
        int best = ends.get(1).contains(",completed,") ? 0 : 1;
        assertThat(ends.get(2 - best)).contains(",ended-early,");
        assertThat(digest("halving", best)).hasSize(64).isEqualTo(digest("out", best));
        assertThat(Files.readAllLines(cell("halving", best).resolve("metrics.csv"))).hasSize(4);
    }

    @Test
    void aTrainingThatDivergesIsAResultAmongOthers() throws Exception {
        Files.writeString(
                folder.resolve("wild.json"),
                """
                {"format": 1, "experiments": ["mlp"], "goal": {"steps": 40},
                 "settings": {"training.batchSize": [8],
                   "training.discriminatorOptimizer.kind": ["sgd"],
                   "training.discriminatorOptimizer.learningRate": [0.001, 1],
                   "objective.kind": ["least-squares"]}}
                """);
        var cli = new CliHarness(new EngineTrainer());
        assertThat(sweep(cli, "wild.json", "wild")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).contains("diverged at step");
        assertThat(Files.readAllLines(folder.resolve("wild/results.csv")))
                .anyMatch(line -> line.contains(",completed,"))
                .anyMatch(line -> line.contains(",diverged,") || line.contains(",overflowed,"));
    }

    @Test
    void aDryRunTrainsNothing() {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(
                        cli.run(
                                "sweep",
                                folder.resolve("sweep.json").toString(),
                                "--dry-run",
                                "--out=" + folder.resolve("never")))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .contains("mlp, batchSize=16, seed 7")
                .containsPattern("2 trainings of 3 steps each, . at a time: about");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void withoutSparkAMasterSaysHowToGetTheBuildForIt() {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(sweep(cli, "sweep.json", "cluster", "--master=spark://127.0.0.1:7077"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().lines())
                .containsExactly(
                        "This build knows no cluster: mvn -Pspark package makes one that does, in"
                                + " target/spark.");
        assertThat(folder.resolve("cluster/cells")).isEmptyDirectory();
    }

    @Test
    void allProblemsOfAFileAreToldAtOnce() throws IOException {
        Files.writeString(
                folder.resolve("wrong.json"),
                """
                {"format": 1, "experiments": ["mlp"], "goal": {"steps": 0}, "scores": 100}
                """);
        var cli = new CliHarness(new EngineTrainer());
        assertThat(sweep(cli, "wrong.json", "wrong")).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().lines())
                .containsExactly(
                        "scores: There is no field \"scores\" here; did you mean \"score\"?",
                        "goal.steps: This must be at least 1.");
        assertThat(folder.resolve("wrong")).doesNotExist();
    }
}
