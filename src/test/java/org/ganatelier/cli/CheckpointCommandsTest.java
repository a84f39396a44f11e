package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.engine.run.EngineTrainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Checkpoints by the command line, with the real engine. */
final class CheckpointCommandsTest {
    @TempDir private static Path folder = Path.of("");

    private static CliHarness run(int code, String... arguments) {
        var cli = new CliHarness(new EngineTrainer());
        assertThat(cli.run(arguments)).as(cli.errors()).isEqualTo(code);
        return cli;
    }

    private static void train(String name, String... more) {
        var arguments =
                Stream.concat(
                        Stream.of(
                                "train",
                                "--preset=mlp",
                                "--steps=8",
                                "--threads=1",
                                "--no-coach",
                                "--set=training.batchSize=4",
                                "--set=generator.layers.1.units=16",
                                "--edit=3:training.generatorOptimizer.learningRate=0.0001",
                                "--edit=7:training.averageDecay=0.5",
                                "--out=" + folder.resolve(name)),
                        Arrays.stream(more));
        run(ExitCode.DONE, arguments.toArray(String[]::new));
    }

    @BeforeAll
    static void keepCheckpoints() {
        train("run", "--checkpoint-every=2");
    }

    private static Path checkpoint(String name, int step) {
        return folder.resolve(name).resolve("checkpoints/step-%09d.atelier".formatted(step));
    }

    private static byte[] sampled(String model, String... more) throws Exception {
        Path file = folder.resolve("sample.npy");
        var arguments =
                Stream.concat(
                        Stream.of("sample", "--model=" + model, "--n=2", "--out=" + file),
                        Arrays.stream(more));
        run(ExitCode.DONE, arguments.toArray(String[]::new));
        return Files.readAllBytes(file);
    }

    @Test
    void theListHasEveryCheckpointBelowTheEditsBeforeIt() {
        List<String> lines =
                run(ExitCode.DONE, "history", folder.resolve("run").toString())
                        .out()
                        .lines()
                        .map(String::strip)
                        .toList();
        assertThat(lines.getFirst()).matches("“.+”, 4 checkpoints in .+ \\([0-9.]+ MB\\)");
        assertThat(lines.get(1)).matches("step +time +G loss +D loss +distance");
        assertThat(lines.get(2)).matches("2 +0:0\\d +[0-9.]+ +[0-9.]+ +-");
        assertThat(lines.get(3)).isEqualTo("edit after step 3: G’s learning rate 0.001 → 0.0001");
        assertThat(lines.get(4)).startsWith("4 ");
        assertThat(lines.get(6)).isEqualTo("edit after step 7: G’s EMA decay 0 → 0.5");
        assertThat(lines.get(7)).startsWith("8 ");
        assertThat(lines).hasSize(8);
    }

    @Test
    void aProgramReadsTheSame() {
        String json =
                run(ExitCode.DONE, "history", folder.resolve("run").toString(), "--json").out();
        assertThat(json.strip().lines()).hasSize(1);
        assertThat(json)
                .contains("\"step\":2,\"seconds\":", "\"g_loss\":", "\"best\":false")
                .contains(
                        "\"edits\":[{\"step\":3,\"path\":\"training.generatorOptimizer.learningRate\","
                            + "\"before\":\"0.001\",\"after\":\"0.0001\"}]");
    }

    @Test
    void aDamagedCheckpointIsNamedAndCostsOnlyItself() throws Exception {
        train("damaged", "--checkpoint-every=2");
        Files.write(checkpoint("damaged", 4), new byte[50]);
        String out = run(ExitCode.DONE, "history", folder.resolve("damaged").toString()).out();
        assertThat(out.lines().map(String::strip))
                .anyMatch(line -> line.startsWith("4 ") && line.contains("damaged: "))
                .anyMatch(line -> line.startsWith("6 ") && !line.contains("damaged"))
                .contains("edit after step 3: G’s learning rate 0.001 → 0.0001");
    }

    @Test
    void aSampleOfAStepIsThatOfItsFile() throws Exception {
        String run = folder.resolve("run").toString();
        byte[] fourth = sampled(run, "--at=4");
        assertThat(fourth)
                .isEqualTo(sampled(checkpoint("run", 4).toString()))
                .isEqualTo(sampled(run + "/run.atelier", "--at=4"))
                .isEqualTo(sampled(run + "/checkpoints", "--at=4"))
                .isNotEqualTo(sampled(run));
        assertThat(sampled(run)).isEqualTo(sampled(run, "--at=8"));
        assertThat(
                        run(
                                        ExitCode.FAILED,
                                        "sample",
                                        "--model=" + run,
                                        "--at=5",
                                        "--n=1",
                                        "--out=x.npy")
                                .errors())
                .contains("holds no checkpoint of step 5; the nearest: 4 and 6.");
    }

    @Test
    void goingBackSaysWhatItLeavesAndRepeatsItWhereToldTo() throws Exception {
        train("back", "--checkpoint-every=2");
        String place = folder.resolve("back").toString();
        byte[] first = sampled(place);
        String out = run(ExitCode.DONE, "train", "--resume=" + place, "--at=4", "--no-coach").out();
        assertThat(out)
                .contains("What was learnt after step 4 is kept in " + Path.of(place, "former-1"))
                .contains(
                        "Edits that came later are not made again (--repeat-edits makes them):"
                                + " 7:training.averageDecay=0.5.")
                .contains("Going on from step 4, up to 8 steps in all.");
        assertThat(sampled(place)).isNotEqualTo(first);
        assertThat(sampled(Path.of(place, "former-1").toString())).isEqualTo(first);
        Path former = Path.of(place, "former-1", "checkpoints", "step-000000006.atelier");
        assertThat(former).exists();
        run(
                ExitCode.DONE,
                "train",
                "--resume=" + place,
                "--at=2",
                "--edit=3:training.generatorOptimizer.learningRate=0.0001",
                "--edit=7:training.averageDecay=0.5",
                "--no-coach");
        assertThat(sampled(place)).isEqualTo(first);
        assertThat(sampled(place, "--at=6")).isEqualTo(sampled(former.toString()));
    }

    @Test
    void theBudgetHoldsAndTheFirstAndNewestAreKept() throws Exception {
        // A checkpoint of this takes about 10 MB.
        train("tight", "--checkpoint-every=1", "--checkpoint-budget=30");
        try (var files = Files.list(folder.resolve("tight/checkpoints"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".atelier"))
                            .sorted()
                            .toList();
            assertThat(names).hasSizeBetween(2, 7).contains("step-000000008.atelier");
        }
    }

    @Test
    void whatBelongsTogetherIsToldWhereItIsNot() {
        String out = folder.resolve("none").toString();
        assertThat(run(ExitCode.USAGE, "train", "--preset=mlp", "--out=" + out, "--at=3").errors())
                .contains("--at and --repeat-edits belong to --resume=DIR");
        assertThat(
                        run(
                                        ExitCode.USAGE,
                                        "train",
                                        "--preset=mlp",
                                        "--out=" + out,
                                        "--checkpoint-budget=3")
                                .errors())
                .contains("--checkpoint-budget needs --checkpoint-every");
        assertThat(
                        run(
                                        ExitCode.USAGE,
                                        "train",
                                        "--preset=mlp",
                                        "--out=" + out,
                                        "--checkpoint-every=0")
                                .errors())
                .contains("--checkpoint-every must be at least 1");
        assertThat(run(ExitCode.FAILED, "history", folder.toString()).errors())
                .contains("holds no checkpoints: train with --checkpoint-every to keep some.");
        assertThat(run(ExitCode.FAILED, "history", out).errors()).contains(out);
    }
}
