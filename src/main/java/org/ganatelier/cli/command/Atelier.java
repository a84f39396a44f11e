package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.Window;
import org.ganatelier.project.ProjectException;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    // The window reads the values itself: here they are only told apart from mistakes.
    private final List<String> options = new ArrayList<>();

    public Atelier(Window window, TerminalTour tour, Output output) {
        this.window = window;
        this.tour = tour;
        this.output = output;
    }

    @Option(names = "--preset", paramLabel = "NAME", description = "Begin with this experiment.")
    void preset(String name) {
        option("--preset", name);
    }

    @Option(names = "--train", description = "Train at once.")
    void train(boolean chosen) {
        if (chosen) {
            options.add("--train");
        }
    }

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Save a picture of the window, then exit.")
    void screenshot(String file) {
        option("--screenshot", file);
    }

    @Option(
            names = "--after",
            paramLabel = "SECONDS",
            description = "The time from the window's opening to the picture.")
    void after(String seconds) {
        option("--after", seconds);
    }

    @Option(names = "--theme", paramLabel = "light|dark", description = "The window's colours.")
    void theme(String theme) {
        option("--theme", theme);
    }

    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", description = "The window's size.")
    void size(String size) {
        option("--size", size);
    }

    /** The version that the jar's manifest names. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Atelier.class.getPackage().getImplementationVersion();
            return new String[] {"GAN Atelier " + (version == null ? "(not packaged)" : version)};
        }
    }

    private void option(String name, String value) {
        options.add(name);
        options.add(value);
    }

    private int open() {
        try {
            return window.open(options);
        } catch (IllegalArgumentException e) {
            throw new UsageFailure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        Optional<String> obstacle = window.obstacle();
        if (obstacle.isEmpty()) {
            return open();
        }
        if (!options.isEmpty()) {
            throw new CommandFailure("No window can be opened: " + obstacle.get());
        }
        output.line(
                "No window can be opened: "
                        + obstacle.get()
                        + " Training in the terminal instead.");
        return tour.run();
    }
}
