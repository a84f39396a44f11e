package org.ganatelier.train;

import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a classifier has learnt. Immutable by agreement: nobody writes to the arrays.
 *
 * @param data the set whose classes it knows
 * @param network from an image to one logit per class
 * @param seed of its training
 * @param trainedOn images it learnt from
 * @param heldOut images it was examined with, none of which it learnt from
 * @param accuracy share of those that it named rightly, 0 to 1
 * @param arrays weights and running statistics by name, such as {@code 0.weight}, in a fixed order
 * @param reference moments of the features of the images it learnt from: what others are compared
 *     with
 */
public record ClassifierModel(
        DataSpec.Bundled data,
        NetworkSpec network,
        long seed,
        int trainedOn,
        int heldOut,
        double accuracy,
        Map<String, float[]> arrays,
        Moments reference) {
    public ClassifierModel {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        requireEnd(network, data.classes());
        if (!(accuracy >= 0 && accuracy <= 1) || trainedOn < 1 || heldOut < 1) {
            throw new IllegalArgumentException(
                    "a classifier's accuracy is between 0 and 1, of at least one image");
        }
    }

    /**
     * The features of an image are what goes into the last layer, so that must be a plain one.
     *
     * @throws IllegalArgumentException where it is not
     */
    static void requireEnd(NetworkSpec network, int classes) {
        if (network.layers().isEmpty()
                || !(network.layers().getLast() instanceof Dense dense)
                || dense.units() != classes
                || !(dense.activation() instanceof Activation.Linear)) {
            throw new IllegalArgumentException(
                    "a classifier's network ends in Dense with %d units and without an activation"
                            .formatted(classes));
        }
    }
}
