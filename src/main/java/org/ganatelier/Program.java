package org.ganatelier;

import org.ganatelier.cli.Cli;
import org.ganatelier.cli.support.Engines;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.StandardOutput;
import org.ganatelier.cli.support.Window;
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
import java.util.function.Function;

/** The program, put together from its parts: the only place that names an engine. */
public final class Program {
    private Program() {}

    /** What the program computes with; each part is made once. */
    public static Engines engines() {
        return new Engines(
                new EngineTrainer(),
                new EngineClassifierTrainer(),
                new EngineBenchmark(),
                new StockFiles());
    }

    /**
     * Does what the arguments ask for and ends the process with its code: 0 done, 1 failed, 2
     * misused.
     *
     * @param windows where there are any
     */
    public static void run(Function<Engines, Window> windows, String... args) {
        NativeCache.choose();
        var written = new StandardOutput();
        var output =
                new Output(writer(written, System.out.charset()), isTerminal(), written::trouble);
        var errors = writer(System.err, System.err.charset());
        var interrupt = new Interrupt();
        interrupt.install();
        Engines engines = engines();
        var cli = new Cli(engines, windows.apply(engines), output, errors, interrupt);
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
