package org.ganatelier;

import org.ganatelier.cli.Cli;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.StandardOutput;
import org.ganatelier.engine.classifier.EngineClassifierTrainer;
import org.ganatelier.engine.run.EngineBenchmark;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.engine.stock.StockFiles;

import java.io.Console;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** No arguments: the window; arguments: the command line. */
public final class Main {
    private Main() {}

    /** Starts the program and exits with its code: 0 done, 1 failed, 2 misused. */
    public static void main(String[] args) {
        NativeCache.choose();
        var written = new StandardOutput();
        var output =
                new Output(writer(written, System.out.charset()), isTerminal(), written::trouble);
        var errors = writer(System.err, System.err.charset());
        var interrupt = new Interrupt();
        interrupt.install();
        // The only place that names an engine: each of its parts is made once.
        var engines =
                new Engines(
                        new EngineTrainer(),
                        new EngineClassifierTrainer(),
                        new EngineBenchmark(),
                        new StockFiles());
        var cli = new Cli(engines, new Desktop(engines), output, errors, interrupt);
        int code = cli.run(args);
        interrupt.finished(code);
        System.exit(code);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        // A bare server has no locale, which means ASCII; its terminals show UTF-8 all the same.
        boolean ascii = charset.equals(StandardCharsets.US_ASCII);
        return new PrintWriter(stream, true, ascii ? StandardCharsets.UTF_8 : charset);
    }
}
