package org.ganatelier.exchange.model;

import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.model.PartialShape;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What other code does outside of its networks, and is a layer here: images become vectors before
 * they go into D, what G makes becomes images, and what is left of D's last map is one number.
 */
final class Outside {
    private final Experiment experiment;
    private final Map<Side, Part> parts;
    private final Consumer<Fact> remarks;

    Outside(Experiment experiment, Map<Side, Part> parts, Consumer<Fact> remarks) {
        this.experiment = experiment;
        this.parts = parts;
        this.remarks = remarks;
    }

    /** Adds those layers to the parts. */
    void lead() {
        if (!(experiment.data().shape() instanceof Shape.Image data)) {
            return;
        }
        Part judge = parts.get(Side.DISCRIMINATOR);
        if (judge != null && !judge.layers().isEmpty()) {
            if (judge.layers().getFirst() instanceof Dense) {
                add(Side.DISCRIMINATOR, 0, new Flatten());
            }
            if (judge.layers().getLast() instanceof Conv2D) {
                add(Side.DISCRIMINATOR, judge.layers().size(), new Flatten());
            }
        }
        Part maker = parts.get(Side.GENERATOR);
        if (maker != null
                && CheckedStack.of(Side.GENERATOR, experiment).end()
                        instanceof PartialShape.Exact(Shape.Flat(int units))
                && units == data.size()) {
            add(Side.GENERATOR, maker.layers().size(), new Reshape(data));
        }
    }

    private void add(Side side, int place, LayerSpec layer) {
        parts.computeIfPresent(side, (_, part) -> part.with(place, layer));
        remarks.accept(new Fact.Added(side, List.of(layer)));
    }
}
