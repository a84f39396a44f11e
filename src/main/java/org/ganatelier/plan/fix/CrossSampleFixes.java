package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;

/** For a layer that makes the images of a generator depend on each other. */
final class CrossSampleFixes {
    private CrossSampleFixes() {}

    static FixCandidates of(Diagnosis diagnosis, Place place) {
        var edits = FixWriter.at(diagnosis, place);
        return FixCandidates.onStack(
                Side.GENERATOR, List.of(edits.remove(edits.place())), List.of());
    }
}
