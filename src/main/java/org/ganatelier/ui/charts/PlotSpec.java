package org.ganatelier.ui.charts;

import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;

import java.util.List;
import java.util.function.Function;

/**
 * What a plot is for.
 *
 * @param hint in its middle while there is nothing to show
 * @param reading what it shows under an objective, and how that is read
 * @param beside what the values at a step come with
 */
record PlotSpec(String hint, Function<Objective, Reading> reading, Beside beside) {
    /** What is told of a step and has no line in the plot. */
    interface Beside {
        /** Lines of text, or none. */
        List<String> lines(History history, Frame frame, long step);
    }

    /** The losses of both players. */
    static PlotSpec losses(Words words) {
        return new PlotSpec(
                words.say("charts.losses.hint"),
                objective -> Reading.ofLosses(objective.loss(), words),
                new BesideLosses(words)::lines);
    }

    /** What the discriminator says of real and of generated images. */
    static PlotSpec outputs(Words words) {
        return new PlotSpec(
                words.say("charts.outputs.hint"),
                objective -> Reading.ofOutputs(objective.loss(), words),
                (_, _, _) -> List.of());
    }
}
