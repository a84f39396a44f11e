package org.ganatelier.exchange.pytorch;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small experiments whose discriminators hold one layer after the other. */
final class LayerPlans {
    private static final Activation LINEAR = new Activation.Linear();
    private static final List<Padding> PADDINGS =
            List.of(
                    Padding.SAME,
                    Padding.VALID,
                    new Padding.Explicit(1),
                    new Padding.Explicit(2),
                    new Padding.Explicit(4));

    /** Kernel, padding, output padding. */
    private static final int[][] DOUBLINGS = {
        {2, 0, 0}, {3, 1, 1}, {4, 1, 0}, {5, 2, 1}, {6, 2, 0}, {7, 3, 1}
    };

    private static final long MOST_WORK = 2_000_000;

    private LayerPlans() {}

    /** An experiment on images of that shape whose discriminator sees them through these layers. */
    static Optional<Plan> seenThrough(Shape.Image shape, List<LayerSpec> layers) {
        var discriminator = new ArrayList<>(layers);
        discriminator.add(new Flatten());
        discriminator.add(new Dense(1, true, LINEAR));
        var generator =
                List.<LayerSpec>of(
                        new Dense((int) shape.size(), true, new Activation.Tanh()),
                        new Reshape(shape));
        var adam = new OptimizerSpec(1e-3, 0.5, 0.999);
        var experiment =
                new Experiment(
                        "layers",
                        new DataSpec.IdxFiles(Path.of("none"), Optional.empty(), shape),
                        5,
                        NetworkSpec.of().withLayers(generator),
                        NetworkSpec.of().withLayers(discriminator),
                        new Objective(new NonSaturating()),
                        Conditioning.NONE,
                        new TrainingSpec(16, 1, 1, adam, adam),
                        1);
        return Planner.check(experiment) instanceof Outcome.Ready ready
                ? Optional.of(ready.plan())
                : Optional.empty();
    }

    /**
     * Every window of 1 to 7 pixels, strides 1 to 3, every padding, on even and odd sides: a
     * network for each, of all kinds of layers that have a window, those left out that find no
     * room.
     */
    static List<Plan> windows() {
        var plans = new ArrayList<Plan>();
        for (var shape : List.of(new Shape.Image(8, 8, 2), new Shape.Image(7, 10, 3))) {
            for (int size = 1; size <= 7; size++) {
                for (int stride = 1; stride <= 3; stride++) {
                    for (Padding padding : PADDINGS) {
                        plan(shape, windowed(size, stride, padding)).ifPresent(plans::add);
                    }
                }
            }
        }
        return plans;
    }

    /**
     * The usual ways to double an image in PyTorch: kernel, padding, output padding at stride 2, of
     * 7 and of 14 pixels.
     */
    static List<Plan> doublings() {
        var plans = new ArrayList<Plan>();
        for (int side : new int[] {7, 14}) {
            for (int[] usual : DOUBLINGS) {
                var layer =
                        new Conv2DTranspose(
                                3,
                                usual[0],
                                2,
                                new Padding.Explicit(usual[1]),
                                usual[2],
                                true,
                                false,
                                LINEAR);
                plans.add(
                        seenThrough(new Shape.Image(side, side, 2), List.of(layer)).orElseThrow());
            }
        }
        return plans;
    }

    private static Optional<Plan> plan(Shape.Image shape, List<LayerSpec> wanted) {
        Optional<Plan> plan = Optional.empty();
        var layers = new ArrayList<LayerSpec>();
        for (LayerSpec layer : wanted) {
            layers.add(layer);
            Optional<Plan> longer =
                    seenThrough(shape, layers)
                            .filter(each -> each.discriminator().multiplyAdds() < MOST_WORK);
            if (longer.isPresent()) {
                plan = longer;
            } else {
                layers.removeLast();
            }
        }
        return plan;
    }

    private static List<LayerSpec> windowed(int size, int stride, Padding padding) {
        var layers = new ArrayList<LayerSpec>();
        for (LayerSpec smaller :
                List.of(
                        new Conv2D(3, size, stride, padding, true, LINEAR),
                        new DepthwiseConv2D(2, size, stride, padding, true, LINEAR),
                        new MaxPool(size, stride, padding),
                        new SeparableConv2D(3, 2, size, stride, padding, true, LINEAR),
                        new AveragePool(size, stride, padding),
                        new Conv2D(3, size, stride, 2, padding, true, false, LINEAR))) {
            int more = layers.size() / 2 % stride;
            layers.add(new Conv2DTranspose(3, size, stride, padding, more, true, more > 0, LINEAR));
            layers.add(smaller);
        }
        return layers;
    }
}
