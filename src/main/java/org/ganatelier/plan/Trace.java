package org.ganatelier.plan;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Shape;
import org.ganatelier.spec.Side;

import java.util.ArrayList;
import java.util.List;

/** A stack followed from its input to its end. */
record Trace(Side side, Shape input, LabelUse labels, List<Step> steps) {
    Trace {
        steps = List.copyOf(steps);
    }

    /** Follows a sample of shape {@code input} through the layers of a net that knows no labels. */
    static Trace of(Side side, Shape input, List<LayerSpec> layers) {
        return new Trace(side, input, new LabelUse.None(), List.of())
                .with(input, new LabelUse.None(), layers);
    }

    /** Follows a sample through one network of an experiment. */
    static Trace of(Side side, Experiment experiment) {
        return new Trace(side, LabelRules.input(experiment, side), new LabelUse.None(), List.of())
                .with(experiment);
    }

    /** The same network of another experiment, most of which stands here already. */
    Trace with(Experiment experiment) {
        return with(
                LabelRules.input(experiment, side),
                LabelRules.use(experiment, side),
                experiment.network(side).layers());
    }

    private Trace with(Shape otherInput, LabelUse otherLabels, List<LayerSpec> layers) {
        var result = new ArrayList<Step>();
        Form form = new Form.Exact(otherInput);
        for (int i = 0; i < layers.size(); i++) {
            Step step = judge(i, layers.get(i), form);
            result.add(step);
            form = step.out();
        }
        return new Trace(side, otherInput, otherLabels, result);
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
        return Count.sum(
                Count.sum(steps.stream().mapToLong(Step::parameters).toArray()), embeddings());
    }

    /** The values of all embeddings of a projection. */
    private long embeddings() {
        return labels instanceof LabelUse.Projected(int classes) && endsInScore()
                ? Count.product(classes, steps.getLast().in().size())
                : 0;
    }

    /** Whether the last layer is one that a projection can stand beside. */
    boolean endsInScore() {
        return !steps.isEmpty() && isScore(steps.getLast().layer());
    }

    static boolean isScore(LayerSpec layer) {
        return layer instanceof LayerSpec.Dense dense && dense.units() == 1;
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
        var layers = new ArrayList<>(steps.stream().map(Step::plan).toList());
        if (embeddings() > 0) {
            LayerPlan last = layers.removeLast();
            layers.add(
                    new LayerPlan(
                            last.layer(),
                            last.input(),
                            last.output(),
                            Count.sum(last.parameters(), embeddings())));
        }
        return new NetworkPlan(input, layers, labels);
    }
}
