package org.ganatelier;

import org.ganatelier.cli.Cli;
import org.ganatelier.cli.Interrupt;
import org.ganatelier.cli.Output;
import org.ganatelier.train.dl4j.Dl4jTrainer;

import java.io.Console;
import java.io.PrintWriter;

/** No arguments: the window; arguments: the command line. */
public final class Main {
    private Main() {}

    /** Starts the program and exits with its code: 0 done, 1 failed, 2 misused. */
    public static void main(String[] args) {
        NativeCache.choose();
        Console console = System.console();
        var output =
                new Output(new PrintWriter(System.out), console != null && console.isTerminal());
        var errors = new PrintWriter(System.err, true);
        var interrupt = new Interrupt();
        interrupt.install();
        var cli = new Cli(new Dl4jTrainer(), new Desktop(), output, errors, interrupt);
        int code = cli.run(args);
        interrupt.finished(code);
        System.exit(code);
    }
}
