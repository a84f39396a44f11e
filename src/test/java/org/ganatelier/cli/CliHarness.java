package org.ganatelier.cli;

import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.cli.support.Window;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineBenchmark;
import org.ganatelier.engine.stock.StockFiles;
import org.ganatelier.train.Trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs commands and keeps what they say. */
final class CliHarness implements Window {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final List<StartOptions> opened = new ArrayList<>();
    private final Interrupt interrupt = new Interrupt();
    private final Trainer trainer;
    private Optional<String> obstacle = Optional.empty();
    private Optional<IOException> trouble = Optional.empty();

    CliHarness(Trainer trainer) {
        this.trainer = trainer;
    }

    /** Runs a command from a script's point of view: nobody watches. */
    int run(String... arguments) {
        var output = new Output(new PrintWriter(out), false, () -> trouble);
        return new Cli(
                        new Engines(
                                trainer,
                                new EngineClassifierTrainer(),
                                new EngineBenchmark(),
                                new StockFiles()),
                        this,
                        output,
                        new PrintWriter(errors),
                        interrupt)
                .run(arguments);
    }

    String out() {
        return out.toString();
    }

    String errors() {
        return errors.toString();
    }

    Interrupt interrupt() {
        return interrupt;
    }

    /** What the window was opened with, in order. */
    List<StartOptions> opened() {
        return opened;
    }

    /** From now on not all output can be written. */
    void loseOutput(String reason) {
        trouble = Optional.of(new IOException(reason));
    }

    /** From now on no window can be opened. */
    void loseDisplay(String sentence) {
        obstacle = Optional.of(sentence);
    }

    @Override
    public Optional<String> obstacle() {
        return obstacle;
    }

    @Override
    public int open(StartOptions options) {
        opened.add(options);
        return 0;
    }
}
