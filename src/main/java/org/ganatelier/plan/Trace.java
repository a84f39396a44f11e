package org.ganatelier.plan;

import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Shape;
import org.ganatelier.spec.Side;

import java.util.ArrayList;
import java.util.List;

/** A stack followed from its input to its end. */
record Trace(Side side, Shape input, List<Step> steps) {
    Trace {
        steps = List.copyOf(steps);
    }

    /** Follows a sample of shape {@code input} through the layers. */
    static Trace of(Side side, Shape input, List<LayerSpec> layers) {
        return new Trace(side, input, List.of()).with(input, layers);
    }

    /** The same for other layers, most of which stand here already. */
    Trace with(Shape otherInput, List<LayerSpec> layers) {
        var result = new ArrayList<Step>();
        Form form = new Form.Exact(otherInput);
        for (int i = 0; i < layers.size(); i++) {
            Step step = judge(i, layers.get(i), form);
            result.add(step);
            form = step.out();
        }
        return new Trace(side, otherInput, result);
    }

    private Step judge(int index, LayerSpec layer, Form in) {
        if (index < steps.size()) {
            Step known = steps.get(index);
            if (known.layer().equals(layer) && known.in().equals(in)) {
                return known;
            }
        }
        return LayerRules.judge(layer, in);
    }

    /** What comes out of the last layer. */
    Form end() {
        return steps.isEmpty() ? new Form.Exact(input) : steps.getLast().out();
    }

    /** Trained values and running statistics. */
    long parameters() {
        return Count.sum(steps.stream().mapToLong(Step::parameters).toArray());
    }

    /** Numbers computed for one sample; a reshape computes none. */
    long values() {
        return Count.sum(
                steps.stream()
                        .filter(step -> !(step.layer() instanceof LayerSpec.Reshape))
                        .filter(step -> !(step.layer() instanceof LayerSpec.Flatten))
                        .mapToLong(step -> step.out().size())
                        .toArray());
    }

    /** For the window. */
    NetworkPlan plan() {
        return new NetworkPlan(input, steps.stream().map(Step::plan).toList());
    }
}
