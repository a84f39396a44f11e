package org.ganatelier.plan.check;

import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MixesSamples;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which layers a generator cannot have because an image would depend on its company. Batch
 * normalization is none of them: once trained it goes by its running statistics, while a
 * minibatch's deviation is that of the batch at hand, whether of 64 images or of one.
 */
final class CrossSampleRules {
    private CrossSampleRules() {}

    static List<Finding> judge(CheckedStack trace) {
        return switch (trace.side()) {
            case DISCRIMINATOR -> List.of();
            case GENERATOR ->
                    IntStream.range(0, trace.steps().size())
                            .filter(i -> dependsOnBatch(trace.steps().get(i).layer()))
                            .mapToObj(i -> finding(trace, i))
                            .toList();
        };
    }

    private static Finding finding(CheckedStack trace, int index) {
        return new Finding(
                new Place.Layer(trace.side(), index),
                new Violation.DependsOnBatch(trace.steps().get(index).layer()));
    }

    private static boolean dependsOnBatch(LayerSpec layer) {
        return layer instanceof MixesSamples mixes && mixes.mixesWhenTrained();
    }
}
