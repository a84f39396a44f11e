package org.ganatelier.plan.fix;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** For networks that are told labels. */
final class LabelFixes {
    private LabelFixes() {}

    static FixCandidates forSettings() {
        return new FixCandidates(List.of(withoutLabels()), List.of(), List.of());
    }

    /** For a projection that finds no dense layer to stand beside. */
    static FixCandidates forEnd(Diagnosis diagnosis, Place place) {
        FixWriter edits = FixWriter.at(diagnosis, place);
        var good = new ArrayList<Fix>();
        for (int i = edits.size() - 1; i >= 0; i--) {
            if (CheckedStack.isScore(edits.layer(i))) {
                good.add(cut("Remove what follows " + edits.name(i), edits, i + 1, List.of()));
            }
        }
        for (int i = edits.size() - 1; i >= 0 && good.isEmpty(); i--) {
            if (edits.in(i).size() > 1) {
                good.add(ending(edits, i));
            }
        }
        Fix channels =
                new Fix(
                        "Use label channels",
                        experiment -> experiment.withConditioning(Conditioning.CHANNELS));
        good.addAll(List.of(channels, withoutLabels()));
        return FixCandidates.onStack(Side.DISCRIMINATOR, good, List.of());
    }

    /** A dense layer in place of whatever stands from a layer on. */
    private static Fix ending(FixWriter edits, int from) {
        var score = FixWriter.dense(1, FixWriter.LINEAR);
        return edits.in(from).isImage()
                ? cut(
                        "End in Flatten and Dense with 1 unit",
                        edits,
                        from,
                        List.of(new Flatten(), score))
                : cut("End in Dense with 1 unit", edits, from, List.of(score));
    }

    private static Fix cut(String label, FixWriter edits, int from, List<LayerSpec> end) {
        return edits.change(
                label,
                network ->
                        network.withLayers(
                                Stream.concat(
                                                network.layers().subList(0, from).stream(),
                                                end.stream())
                                        .toList()));
    }

    static Fix withoutLabels() {
        return new Fix(
                "Train without labels",
                experiment -> experiment.withConditioning(Conditioning.NONE));
    }
}
