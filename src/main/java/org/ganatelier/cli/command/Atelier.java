package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.StartArguments;
import org.ganatelier.cli.support.StartOptions;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.Window;
import org.ganatelier.project.ProjectException;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The program without a command: its window. */
@Command(
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        name = "gan-atelier",
        versionProvider = Atelier.Version.class,
        description = {
            "A workbench to build, train and question generative adversarial networks.",
            "Without a command it opens its window, to which the options below belong.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 failed, 2 misused."})
public final class Atelier implements Callable<Integer> {
    private final Window window;
    private final TerminalTour tour;
    private final Output output;

    @Mixin private final StartArguments arguments = new StartArguments();

    public Atelier(Window window, TerminalTour tour, Output output) {
        this.window = window;
        this.tour = tour;
        this.output = output;
    }

    /** The version that the jar's manifest names. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Atelier.class.getPackage().getImplementationVersion();
            return new String[] {"GAN Atelier " + (version == null ? "(not packaged)" : version)};
        }
    }

    private int open(StartOptions options) {
        try {
            return window.open(options);
        } catch (IllegalArgumentException e) {
            throw new UsageFailure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        StartOptions options = arguments.options();
        Optional<String> obstacle = window.obstacle();
        if (obstacle.isEmpty()) {
            return open(options);
        }
        if (!options.equals(StartOptions.NONE)) {
            throw new CommandFailure("No window can be opened: " + obstacle.get());
        }
        output.line(
                "No window can be opened: "
                        + obstacle.get()
                        + " Training in the terminal instead.");
        return tour.run();
    }
}
