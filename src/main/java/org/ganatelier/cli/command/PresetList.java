package org.ganatelier.cli.command;

import org.ganatelier.project.Presets;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;

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
        Words words = Words.english();
        for (String preset : Presets.names()) {
            out.printf(
                    "%-19s %s: %s%n",
                    preset, PresetText.title(words, preset), PresetText.lesson(words, preset));
        }
    }
}
