package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;

/** For networks that are told labels. */
final class LabelFixes {
    private LabelFixes() {}

    static FixCandidates forNoLabels() {
        return new FixCandidates(
                List.of(Fix.of(new Change.FindClusters()), withoutLabels()), List.of(), List.of());
    }

    static FixCandidates forManyClasses() {
        return new FixCandidates(List.of(withoutLabels()), List.of(), List.of());
    }

    /** For a projection that finds no dense layer to stand beside. */
    static FixCandidates forEnd(Diagnosis diagnosis, Place place) {
        FixWriter edits = FixWriter.at(diagnosis, place);
        var good = new ArrayList<Fix>();
        for (int i = edits.size() - 1; i >= 0; i--) {
            if (CheckedStack.isScore(edits.layer(i))) {
                good.add(Fix.of(new Change.RemoveAfter(edits.at(i))));
            }
        }
        for (int i = edits.size() - 1; i >= 0 && good.isEmpty(); i--) {
            if (edits.in(i).size() > 1) {
                good.add(ending(edits, i));
            }
        }
        good.addAll(List.of(Fix.of(new Change.UseLabelChannels()), withoutLabels()));
        return FixCandidates.onStack(Side.DISCRIMINATOR, good, List.of());
    }

    /** A dense layer in place of whatever stands from a layer on. */
    private static Fix ending(FixWriter edits, int from) {
        var score = FixWriter.dense(1, FixWriter.LINEAR);
        List<LayerSpec> end =
                edits.in(from).isImage() ? List.of(new Flatten(), score) : List.of(score);
        return Fix.of(new Change.EndIn(edits.side(), from, end));
    }

    static Fix withoutLabels() {
        return Fix.of(new Change.TrainWithoutLabels());
    }
}
