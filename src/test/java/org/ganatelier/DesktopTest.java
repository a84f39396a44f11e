package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ganatelier.cli.Cli;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.cli.support.Window;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineBenchmark;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.engine.stock.StockFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The window from its opening to the program's exit, in a process of its own. */
final class DesktopTest {
    /** More than any file system lets a name have. */
    private static final int LETTERS = 300;

    /** A sentence quotes fewer than 200 characters of a name: less than that is surely seen. */
    private static final int SHOWN = 150;

    @TempDir private Path folder = Path.of("");

    @Test
    void thePictureIsSaved() throws Exception {
        Path picture = folder.resolve("picture.png");
        Result result = open(picture);
        assertThat(result.errors()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void aPictureThatCannotBeSavedEndsInOneSentence() throws Exception {
        Path picture = folder.resolve("a".repeat(LETTERS) + ".png");
        Result result = open(picture);
        assertThat(result.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(picture.toString().substring(0, SHOWN))
                .endsWith("… cannot be used: File name too long.");
        assertThat(result.code()).isEqualTo(1);
    }

    private record Result(int code, List<String> errors) {}

    private Result open(Path picture) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The flags of this process, which open windows without a display.
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Undisplayed.class.getName(), "--screenshot=" + picture));
        command.addAll(List.of("--after=0", "--preset=mlp"));
        Path errors = folder.resolve("errors");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return new Result(process.waitFor(), Files.readAllLines(errors));
    }

    /** The program, which does not ask whether there is a display. */
    static final class Undisplayed implements Window {
        private final Desktop desktop;

        Undisplayed(Engines engines) {
            desktop = new Desktop(engines);
        }

        public static void main(String[] args) {
            var engines =
                    new Engines(
                            new EngineTrainer(),
                            new EngineClassifierTrainer(),
                            new EngineBenchmark(),
                            new StockFiles());
            var cli =
                    new Cli(
                            engines,
                            new Undisplayed(engines),
                            new Output(new PrintWriter(System.out, true, UTF_8), false),
                            new PrintWriter(System.err, true, UTF_8),
                            new Interrupt());
            System.exit(cli.run(args));
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public int open(StartOptions options) {
            return desktop.open(options);
        }
    }
}
