package org.ganatelier.ui.charts;

import org.ganatelier.text.Words;

import java.util.List;
import java.util.function.Function;

/**
 * What a plot is for.
 *
 * @param hint in its middle while there is nothing to show
 * @param reading what it shows of a run, and how that is read
 * @param beside what the values at a step come with
 */
record PlotSpec(PlotKind kind, String hint, Function<Material, Reading> reading, Beside beside) {
    /** What is told of a step and has no line in the plot. */
    interface Beside {
        /** Lines of text, or none. */
        List<String> lines(Material material, Frame frame, long step);
    }

    /**
     * Whether the curves of two runs can stand on one axis: what D says has another meaning under
     * other objectives.
     */
    boolean compares(Material one, Material other) {
        return kind != PlotKind.OUTPUTS
                || one.objective().loss().scoreMeaning() == other.objective().loss().scoreMeaning();
    }

    /** The plot of a kind. */
    static PlotSpec of(PlotKind kind, Words words) {
        return switch (kind) {
            case LOSSES ->
                    new PlotSpec(
                            kind,
                            words.say("charts.losses.hint"),
                            material -> Reading.ofLosses(material.objective().loss(), words),
                            new BesideLosses(words)::lines);
            case OUTPUTS ->
                    new PlotSpec(
                            kind,
                            words.say("charts.outputs.hint"),
                            material -> Reading.ofOutputs(material.objective().loss(), words),
                            (_, _, _) -> List.of());
            case DISTANCE ->
                    new PlotSpec(
                            kind,
                            words.say("charts.scores.hint"),
                            material -> Reading.ofDistance(material.scores(), words),
                            (_, _, _) -> List.of());
            case CLASSES ->
                    new PlotSpec(
                            kind,
                            words.say("charts.scores.hint"),
                            material -> Reading.ofClasses(material.scores(), words),
                            (_, _, _) -> List.of());
            case GRADIENTS ->
                    new PlotSpec(
                            kind,
                            words.say("charts.gradients.hint"),
                            _ -> Reading.ofGradients(words),
                            (_, _, _) -> List.of());
        };
    }
}
