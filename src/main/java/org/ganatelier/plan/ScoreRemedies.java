package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.Activation;
import org.ganatelier.spec.LayerSpec;

import java.util.ArrayList;
import java.util.List;

/** For a discriminator that does not end in a score. */
final class ScoreRemedies {
    private final Edits edits;
    private final List<Fix> good = new ArrayList<>();
    private final List<Fix> crude = new ArrayList<>();

    private ScoreRemedies(Edits edits) {
        this.edits = edits;
    }

    static ScoreRemedies at(Diagnosis diagnosis, Place place) {
        return new ScoreRemedies(Edits.at(diagnosis, place));
    }

    /** An end of another size than one. */
    Remedies forSize(Fault.NotOneScore fault) {
        var score = Edits.dense(1, Edits.LINEAR);
        if (fault.out().isImage()) {
            var flatten = new LayerSpec.Flatten();
            var average = new LayerSpec.GlobalAveragePool();
            good.add(edits.append("Add Flatten and Dense with 1 unit", flatten, score));
            good.add(edits.append("Add GlobalAveragePool and Dense with 1 unit", average, score));
            good.add(edits.append("Add Flatten", flatten));
        } else {
            Fix addDense = edits.append("Add Dense with 1 unit", score);
            var setUnits = edits.width(edits.place(), 1).toList();
            boolean meantAsScore =
                    Retouch.activation(edits.layer(edits.place()))
                            .filter(Activation.Linear.class::isInstance)
                            .isPresent();
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
    Remedies forActivation(Fault.NotAScore fault) {
        edits.withoutActivation(edits.place(), fault.activation()).forEach(good::add);
        return finished();
    }

    private Remedies finished() {
        return Remedies.onStack(edits.trace().side(), good, crude);
    }
}
