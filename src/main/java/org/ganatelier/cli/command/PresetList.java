package org.ganatelier.cli.command;

import org.ganatelier.project.Presets;

import picocli.CommandLine.Command;

import java.io.PrintWriter;

/** Prints the experiments that ship with the program. */
@Command(name = "presets", description = "Lists the experiments that ship with the program.")
public final class PresetList implements Runnable {
    private final PrintWriter out;

    public PresetList(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        Presets.list()
                .forEach(
                        preset ->
                                out.printf(
                                        "%-19s %s: %s%n",
                                        preset.name(), preset.title(), preset.description()));
    }
}
