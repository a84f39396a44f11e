package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the commands do with their arguments, and how they end. */
final class CliTest {
    @TempDir private Path folder = Path.of("");

    private final EndingTrainer trainer = new EndingTrainer(new RunEvent.End.Completed());
    private final CliHarness cli = new CliHarness(trainer);

    @Test
    void everyPresetIsListedWithWhatItIs() {
        assertThat(cli.run("presets")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactlyInAnyOrder(
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
        assertThat(cli.out().lines()).allMatch(line -> line.matches("[\\w-]+ +\\S.*: \\S.*"));
    }

    @Test
    void twoExperimentsAreComparedInWords() throws IOException, ProjectException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, ProjectJson.write(Presets.load("digits").withSeed(7)));

        assertThat(cli.run("diff", "digits", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).isEqualToIgnoringNewLines("Seed 42 → 7");
    }

    @Test
    void theDifferenceIsToldToProgramsWithItsPlaceAndBothValues() {
        assertThat(cli.run("diff", "digits-plain", "digits-conditional", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .isEqualToIgnoringNewLines(
                        "[{\"path\":\"conditioning\",\"before\":\"none\",\"after\":\"projection\","
                                + "\"text\":\"Labels: None → Projection\"}]");
    }

    @Test
    void runsAreComparedByTheirFolders() {
        Path out = folder.resolve("run");
        assertThat(cli.run("train", "--preset=digits", "--seed=5", "--out=" + out))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.run("diff", "digits", out.toString())).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).endsWith("Seed 42 → 5" + System.lineSeparator());
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        assertThat(cli.run("diff", "digits", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).startsWith(folder + " holds no training: ");
    }

    @Test
    void aSoundExperimentHasNoProblems() {
        assertThat(cli.run("check", "digits")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).startsWith("No problems: the generator has ");
    }

    @Test
    void warningsAreNoProblems() {
        assertThat(cli.run("check", "tutorial")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .startsWith("No problems: ")
                .contains(
                        "warning: Generator, layer 6 (Conv2DTranspose): Kernel 5 is not divisible",
                        "distill.pub/2016/deconv-checkerboard",
                        "to solve it: Set kernel to 4 | Set kernel to 6");
    }

    @Test
    void theArticlesProblemsAreAllPrintedWithTheirPlaceAndRemedy() {
        assertThat(cli.run("check", "article")).isEqualTo(ExitCode.FAILED);
        assertThat(cli.out())
                .contains("Generator, layer 2 (Reshape): ", "to solve it: ", "112×112")
                .doesNotContain("null");
        assertThat(cli.errors()).isEmpty();
    }

    @Test
    void anActivationIsCalledAsInTheJson() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("sigmoid.json"),
                        """
                        {"format": 1,
                         "generator": {"layers": [{"type": "Dense", "units": 784},
                           {"type": "Reshape", "target": [28, 28, 1]}]},
                         "discriminator": {"layers": [{"type": "Flatten"},
                           {"type": "Dense", "units": 1},
                           {"type": "Activation", "activation": "Sigmoid"}]}}
                        """);
        assertThat(cli.run("check", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(cli.out()).startsWith("Discriminator, layer 3 (Activation): Ends in a sigmoid");
    }

    @Test
    void anExperimentInAFileIsChecked() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"format\": 1");
        assertThat(cli.run("check", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().strip().lines()).hasSize(1);
        assertThat(cli.errors()).startsWith(file + ": ");
    }

    @Test
    void whatCannotBeTrainedIsSaidBeforeAnythingIsWritten() {
        Path out = folder.resolve("out");
        assertThat(cli.run("train", "--preset=article", "--out=" + out)).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors())
                .startsWith("Generator, layer 2 (Reshape): ")
                .contains("(\"check\" shows ");
        assertThat(cli.errors().strip().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500=objective.r1 | --edit takes STEP:PATH=VALUE, not \"500=objective.r1\"",
                "-1:objective.r1=1 | --edit takes STEP:PATH=VALUE, not \"-1:objective.r1=1\"",
                "5:training.batchSize=8 | \"training.batchSize\" cannot change during a training;"
                        + " what can: objective.kind, ",
                "5:training.generatorSteps=11 | --edit: G’s updates in a step must be between 1"
                        + " and 10",
            })
    void anEditThatCannotBeIsRefused(String order, String sentence) {
        Path out = folder.resolve("out");
        assertThat(cli.run("train", "--preset=digits", "--edit=" + order, "--out=" + out))
                .isEqualTo(ExitCode.USAGE);
        assertThat(cli.errors()).contains(sentence);
        assertThat(out).doesNotExist();
    }

    @Test
    void anEditThatMakesAProblemIsRefused() {
        // Batch normalization in D, as this preset has it, and a penalty on gradients.
        assertThat(
                        cli.run(
                                "train",
                                "--preset=digits",
                                "--edit=5:objective.r1=1",
                                "--out=" + folder.resolve("out")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).contains("Discriminator, layer 3 (BatchNorm): ");
    }

    @Test
    void aTrainingSaysWhatItDoesAndWhereItsFilesAre() {
        Path out = folder.resolve("a/b");
        assertThat(cli.run("train", "--preset=digits", "--out=" + out)).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .startsWith(
                        "Training “Digits, first contact” on MNIST digits in 20 clusters, seed ")
                .contains("step 2 · ", "Done; wrote " + out.resolve("run.atelier"));
        assertThat(out.resolve("run.atelier")).isNotEmptyFile();
        assertThat(out.resolve("grid.png")).isNotEmptyFile();
        assertThat(trainer.fake().run().orders()).containsExactly("start", "close");
    }

    @Test
    void aRunThatFailsLeavesItsLastGoodState() {
        var failing =
                new CliHarness(
                        new EndingTrainer(
                                new RunEvent.End.Failed(
                                        new RunFailure.Diverged(2, OptionalLong.of(2)), null)));
        int code = failing.run("train", "--preset=digits", "--out=" + folder, "--json");
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(failing.errors().strip())
                .isEqualTo(
                        "Training diverged after step 2: a loss is no longer a number. Lower the"
                                + " learning rates, or raise the batch size, and start again. The"
                                + " networks of step 7 are saved as "
                                + folder.resolve("run.atelier")
                                + ".");
        assertThat(failing.out()).isEmpty();
        assertThat(folder.resolve("run.atelier")).isNotEmptyFile();
        assertThat(folder.resolve("metrics.csv")).content().hasLineCount(3);
    }

    @Test
    void anEngineThatCannotBeLoadedIsASentence() {
        trainer.fake().loseEngine(new RunFailure.NativesMissing());
        assertThat(cli.run("train", "--preset=digits", "--out=" + folder))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().strip())
                .startsWith("The computing engine could not be loaded on this machine.");
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(cli.run("train", "--preset=digits", "--out=" + file.resolve("out")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).startsWith(file.toString());
        assertThat(cli.errors().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "train --preset=digits | Missing required option: '--out=DIR'",
                "train --preset= --out=x | Missing required option: '--preset=NAME|FILE'",
                "train --preset=digits --out= | a name is needed",
                "sample --model= --n=1 --out=x.png | a name is needed",
                "train --resume=x --seed=1 | --resume goes on with a training as it is",
                "train --preset=digits --out=x --seconds=1 --steps=1 | mutually exclusive",
                "train --preset=digits --out=x --seconds=0 | --seconds must be above 0",
                "train --preset=digits --out=x --seconds=NaN | --seconds must be above 0",
                "train --preset=digits --out=x --steps=0 | --steps must be at least 1",
                "train --preset=digits --out=x --steps=few | 'few' is not a long",
                "train --preset=digits --out=x --threads=0 | --threads must be between 1 and",
                "train --preset=digits --out=x --set=seed | should be in KEY=VALUE format",
                "sample --model=x --n=1 --out=x.gif | --out must end in .npy, .idx.gz or .png",
                "paint | There is no file \"paint\", and no command of that name",
                "--colour=red | Unknown option: '--colour=red'",
                "--size=nonsense | --size needs a width and a height",
            })
    void argumentsThatMakeNoSenseAreTold(String arguments, String sentence) {
        assertThat(cli.run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(cli.errors()).contains(sentence).contains("--help\".");
        assertThat(cli.errors().strip().lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "training.batchsize=8, training.batchSize",
        "generator.layers.99.units=1, generator.layers"
    })
    void aSettingThatDoesNotExistNamesTheNearest(String setting, String nearest) {
        int code = cli.run("train", "--preset=mlp", "--out=" + folder, "--set=" + setting);
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).contains("There is no setting", nearest);
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        cli.loseOutput("No space left on device");
        assertThat(cli.run("presets")).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().strip())
                .isEqualTo("Not all of the output could be written: No space left on device.");
    }

    @Test
    void aNameThatIsNoneIsASentence() {
        assertThat(cli.run("check", "a\0b")).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().strip()).endsWith("cannot be the name of a file here.");
        assertThat(cli.errors().strip().lines()).hasSize(1);
    }

    @Test
    void anExperimentIsCheckedAsItWouldBeTrained() {
        assertThat(cli.run("check", "mlp")).isEqualTo(ExitCode.DONE);
        assertThat(cli.run("check", "mlp", "--set=generator.layers.2.units=1"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.out()).contains("Generator, layer 4 (Reshape)");
    }

    @Test
    void aClassifierIsNotTrainedForAPlaceThatCannotBeWritten() {
        Path file = folder.resolve("missing/mine.classifier");
        assertThat(cli.run("train-classifier", "--data=mnist", "--out=" + file))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).contains(folder.resolve("missing").toString());
        assertThat(cli.out()).isEmpty();
    }

    private Path saved(long steps, OptionalInt threads) throws ProjectException {
        Path file = folder.resolve("saved.atelier");
        ProjectFile.save(
                file,
                new Checkpoint(
                        Presets.load("mlp"),
                        steps,
                        0,
                        Map.of(),
                        Map.of(),
                        Interventions.NONE,
                        threads));
        return file;
    }

    private int replay(Path file) {
        return cli.run("train", "--preset=" + file, "--replay", "--out=" + folder.resolve("again"));
    }

    @Test
    void aRunWithoutAStepCannotBeReplayed() throws ProjectException {
        Path file = saved(0, OptionalInt.of(1));
        assertThat(replay(file)).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().strip())
                .isEqualTo(file + " was saved before its first step: there is nothing to repeat.");
    }

    @Test
    void aReplayThatMayDifferSaysSo() throws ProjectException {
        String sentence = "The number of threads changed during that run";
        assertThat(replay(saved(2, OptionalInt.of(1)))).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).doesNotContain(sentence);
        assertThat(replay(saved(2, OptionalInt.empty()))).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).contains(sentence);
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(cli.run()).isEqualTo(ExitCode.DONE);
        assertThat(cli.run("--train", "--preset", "mlp", "--screenshot=a.png", "--after", "2"))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.opened())
                .containsExactly(
                        StartOptions.NONE,
                        new StartOptions(
                                Optional.empty(),
                                Optional.of("mlp"),
                                true,
                                Optional.of(Path.of("a.png")),
                                Duration.ofSeconds(2),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false));
    }

    @Test
    void whereNoWindowCanOpenThePresetIsTrainedInTheTerminal() {
        cli.loseDisplay("there is no display.");
        assertThat(cli.run()).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .startsWith("No window can be opened: there is no display. Training in the")
                .contains("Training “Digits, first contact” for 60 seconds", "step 2 · ")
                .contains("gan-atelier train --preset digits --out DIR");
        assertThat(cli.opened()).isEmpty();
    }

    @Test
    void aWindowThatWasAskedForAndCannotOpenIsAFailure() {
        cli.loseDisplay("there is no display.");
        assertThat(cli.run("--train")).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors().strip()).isEqualTo("No window can be opened: there is no display.");
    }

    @Test
    void helpIsNoFailure() {
        assertThat(cli.run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(cli.run("train", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out()).contains("presets", "--set=PATH=VALUE", "Exit codes");
    }
}
