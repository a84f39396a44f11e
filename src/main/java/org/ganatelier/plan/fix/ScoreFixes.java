package org.ganatelier.plan.fix;

import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.List;

/** For a discriminator that does not end in a score. */
final class ScoreFixes {
    private final FixWriter edits;
    private final List<Fix> good = new ArrayList<>();
    private final List<Fix> crude = new ArrayList<>();

    private ScoreFixes(FixWriter edits) {
        this.edits = edits;
    }

    static ScoreFixes at(Diagnosis diagnosis, Place place) {
        return new ScoreFixes(FixWriter.at(diagnosis, place));
    }

    /** An end of another size than one. */
    FixCandidates forSize(Violation.NotOneScore violation) {
        var score = FixWriter.dense(1, FixWriter.LINEAR);
        if (violation.out().isImage()) {
            var flatten = new Flatten();
            var average = new GlobalAveragePool();
            good.add(edits.append(flatten, score));
            good.add(edits.append(average, score));
            good.add(edits.append(flatten));
        } else {
            Fix addDense = edits.append(score);
            var setUnits = edits.width(edits.place(), 1).toList();
            boolean meantAsScore =
                    edits.layer(edits.place()) instanceof Activated last
                            && last.activation() instanceof Activation.Linear;
            if (meantAsScore) {
                good.addAll(setUnits);
                good.add(addDense);
            } else {
                good.add(addDense);
                good.addAll(setUnits);
            }
        }
        return finished();
    }

    /** A score that goes through an activation. */
    FixCandidates forActivation() {
        good.add(edits.withoutActivation(edits.place()));
        return finished();
    }

    private FixCandidates finished() {
        return FixCandidates.onStack(edits.trace().side(), good, crude);
    }
}
