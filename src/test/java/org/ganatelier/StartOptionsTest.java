package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.StartArguments;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineBenchmark;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.engine.stock.StockFiles;
import org.ganatelier.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

final class StartOptionsTest {
    @TempDir private Path files = Path.of("");

    @Test
    void everyOptionIsUnderstood() throws IOException {
        Path file = Files.createFile(files.resolve("lesson.atelier"));
        var options =
                parse(
                        "--preset dcgan --train --screenshot a.png --after 2.5 --theme dark --size"
                                + " 1366x768 --language de --new-window "
                                + file);

        assertThat(options)
                .isEqualTo(
                        new StartOptions(
                                Optional.of(file),
                                Optional.of("dcgan"),
                                true,
                                Optional.of(Path.of("a.png")),
                                Duration.ofMillis(2500),
                                Optional.of(StartOptions.Theme.DARK),
                                Optional.of(new StartOptions.Size(1366, 768)),
                                Optional.of(Language.GERMAN),
                                true));
    }

    @Test
    void noOptionIsNeeded() {
        assertThat(options()).isEqualTo(StartOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere.atelier, 'There is no file \"nowhere.atelier\", and no command of that name'",
        "--paint, Unknown option: '--paint'",
        "--preset, Missing required parameter for option '--preset' (NAME)",
        "--after soon, '--after needs seconds between 0 and a day, not \"soon\"'",
        "--after -1, '--after needs seconds between 0 and a day, not \"-1\"'",
        "--after NaN, '--after needs seconds between 0 and a day, not \"NaN\"'",
        "--theme pink, '--theme is light or dark, not \"pink\"'",
        "--size 1366, '--size needs a width and a height such as 1366x768, not \"1366\"'",
        "--language fr, '--language is en or de, not \"fr\"'"
    })
    void whatMakesNoSenseIsRefusedInASentence(String arguments, String sentence) {
        assertThatThrownBy(() -> parse(arguments)).hasMessage(sentence);
    }

    @Test
    void onlyAFileIsHandedToAnOpenWindow() throws IOException {
        Path file = Files.createFile(files.resolve("lesson.atelier"));
        assertThat(options().suitsAnOpenWindow()).isTrue();
        assertThat(options(file.toString()).suitsAnOpenWindow()).isTrue();
        assertThat(options("--new-window", file.toString()).suitsAnOpenWindow()).isFalse();
        assertThat(options("--train").suitsAnOpenWindow()).isFalse();
        assertThat(options("--screenshot=a.png").suitsAnOpenWindow()).isFalse();
    }

    @Test
    void anUnknownPresetIsRefusedBeforeTheWindowOpens() {
        assertRefused("nope", "--preset", "nope");
    }

    @Test
    void aPictureWithoutAFolderIsRefusedBeforeTheWindowOpens() {
        assertRefused("no/such/folder/a.png", "--screenshot", "no/such/folder/a.png");
    }

    @Test
    void aFolderIsNoPlaceForAPicture(@TempDir Path folder) {
        assertRefused(
                "The picture cannot be saved as " + folder + ": that is a folder",
                "--screenshot",
                folder.toString());
    }

    private static void assertRefused(String sentence, String... arguments) {
        var engines =
                new Engines(
                        new EngineTrainer(),
                        new EngineClassifierTrainer(),
                        new EngineBenchmark(),
                        new StockFiles());
        assertThatThrownBy(() -> new App(engines, options(arguments), Path.of("data")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static StartOptions parse(String arguments) {
        return options(arguments.split(" ", -1));
    }

    private static StartOptions options(String... arguments) {
        var parsed = new StartArguments();
        new CommandLine(parsed).parseArgs(arguments);
        return parsed.options();
    }
}
