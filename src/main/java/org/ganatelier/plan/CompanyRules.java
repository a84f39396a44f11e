package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Side;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which layers a generator cannot have because an image would depend on its company. Batch
 * normalization is none of them: once trained it goes by its running statistics, while a
 * minibatch's deviation is that of the batch at hand, whether of 64 images or of one.
 */
final class CompanyRules {
    private CompanyRules() {}

    static List<Finding> judge(Trace trace) {
        return switch (trace.side()) {
            case DISCRIMINATOR -> List.of();
            case GENERATOR ->
                    IntStream.range(0, trace.steps().size())
                            .filter(i -> needsCompany(trace.steps().get(i).layer()))
                            .mapToObj(i -> finding(trace, i))
                            .toList();
        };
    }

    static Remedies remedies(Diagnosis diagnosis, Place place) {
        var edits = Edits.at(diagnosis, place);
        return Remedies.onStack(Side.GENERATOR, List.of(edits.remove(edits.place())), List.of());
    }

    private static Finding finding(Trace trace, int index) {
        return new Finding(
                new Place.Layer(trace.side(), index),
                new Fault.NeedsCompany(trace.steps().get(index).layer()));
    }

    private static boolean needsCompany(LayerSpec layer) {
        return layer instanceof LayerSpec.MinibatchStdDev;
    }
}
