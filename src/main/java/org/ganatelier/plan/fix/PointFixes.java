package org.ganatelier.plan.fix;

import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.List;
import java.util.stream.Stream;

/** For a generator that does not end in a point of the data's coordinates. */
final class PointFixes {
    private PointFixes() {}

    static FixCandidates of(Diagnosis diagnosis, Place place, Violation.NotAPoint violation) {
        FixWriter edits = FixWriter.at(diagnosis, place);
        var coordinates = FixWriter.dense(violation.data().units(), FixWriter.LINEAR);
        List<Fix> good =
                violation.out().isImage()
                        ? List.of(
                                edits.append(new Flatten()),
                                edits.append(new Flatten(), coordinates))
                        : Stream.concat(
                                        edits.width(edits.place(), violation.data().units()),
                                        Stream.of(edits.append(coordinates)))
                                .toList();
        return FixCandidates.onStack(edits.trace().side(), good, List.of());
    }
}
