package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.CheckedLayer;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.PartialShape;

import java.util.ArrayList;
import java.util.List;

/** A stack followed from its input to its end. */
public record CheckedStack(Side side, Shape input, LabelUse labels, List<CheckedLayer> steps) {
    public CheckedStack {
        steps = List.copyOf(steps);
    }

    /** Follows a sample of shape {@code input} through the layers of a net that knows no labels. */
    public static CheckedStack of(Side side, Shape input, List<LayerSpec> layers) {
        return new CheckedStack(side, input, new LabelUse.None(), List.of())
                .with(input, new LabelUse.None(), layers);
    }

    /** Follows a sample through one network of an experiment. */
    public static CheckedStack of(Side side, Experiment experiment) {
        return new CheckedStack(
                        side, LabelRules.input(experiment, side), new LabelUse.None(), List.of())
                .with(experiment);
    }

    /** The same network of another experiment, most of which stands here already. */
    CheckedStack with(Experiment experiment) {
        return with(
                LabelRules.input(experiment, side),
                LabelRules.use(experiment, side),
                experiment.network(side).layers());
    }

    private CheckedStack with(Shape otherInput, LabelUse otherLabels, List<LayerSpec> layers) {
        var result = new ArrayList<CheckedLayer>();
        PartialShape form = new PartialShape.Exact(otherInput);
        for (int i = 0; i < layers.size(); i++) {
            CheckedLayer step = judge(i, layers.get(i), form);
            result.add(step);
            form = step.out();
        }
        return new CheckedStack(side, otherInput, otherLabels, result);
    }

    private CheckedLayer judge(int index, LayerSpec layer, PartialShape in) {
        if (index < steps.size()) {
            CheckedLayer known = steps.get(index);
            if (known.layer().equals(layer) && known.in().equals(in)) {
                return known;
            }
        }
        return LayerRules.judge(layer, in);
    }

    /** What comes out of the last layer. */
    public PartialShape end() {
        return steps.isEmpty() ? new PartialShape.Exact(input) : steps.getLast().out();
    }

    /** Trained values and running statistics. */
    public long parameters() {
        return Count.sum(
                Count.sum(steps.stream().mapToLong(CheckedLayer::parameterCount).toArray()),
                embeddings());
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

    public static boolean isScore(LayerSpec layer) {
        return layer instanceof Dense dense && dense.units() == 1;
    }

    /** For the window. */
    public NetworkPlan plan() {
        var layers = new ArrayList<>(steps.stream().map(CheckedLayer::plan).toList());
        if (labels instanceof LabelUse.Projected(int classes) && embeddings() > 0) {
            LayerPlan last = layers.removeLast();
            var parameters = new ArrayList<>(last.parameters());
            parameters.add(
                    ParameterPlan.trained(
                            "embedding",
                            Axes.CLASSES_FEATURES,
                            classes,
                            steps.getLast().in().size()));
            layers.add(new LayerPlan(last.layer(), last.input(), last.output(), parameters));
        }
        return new NetworkPlan(input, layers, labels);
    }
}
