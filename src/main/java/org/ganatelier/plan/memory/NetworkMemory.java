package org.ganatelier.plan.memory;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What one network holds: its weights once, and buffers for each batch size.
 *
 * @param operations of each layer
 */
record NetworkMemory(NetworkPlan plan, List<List<Operation>> operations) {
    NetworkMemory(NetworkPlan plan) {
        this(
                plan,
                plan.layers().stream().map(each -> Operations.of(each, plan.spectra())).toList());
    }

    /** What a buffer is used for. */
    enum Use {
        /** Forwards alone. */
        SHOW(false, false, false),
        /** Back to the input. */
        ASK(true, false, false),
        /** Back to the weights. */
        TRAIN(true, true, false),
        /** With a penalty on gradients. */
        PENALISE(true, true, true);

        private final boolean gradients;
        private final boolean trains;
        private final boolean bends;

        Use(boolean gradients, boolean trains, boolean bends) {
            this.gradients = gradients;
            this.trains = trains;
            this.bends = bends;
        }
    }

    /** Where a pooling window lies: an object with four numbers. */
    private static final int WINDOW = 8;

    /** As {@code engine.layers.FlattenedImages} has it. */
    static final int FEW_UNITS = 16;

    /** Of so many sizes a network has batches. */
    private static final int BATCH_SIZES = 3;

    /** Numbers of all parameters. */
    long parameters() {
        return plan.parameterCount();
    }

    /** Numbers that an optimizer updates. */
    long trained() {
        return plan.layers().stream()
                .mapToLong(NetworkMemory::trained)
                .reduce(0, NetworkMemory::sum);
    }

    private static long sum(long a, long b) {
        return Count.sum(a, b);
    }

    private static long trained(LayerPlan layer) {
        return layer.parameters().stream()
                .filter(ParameterPlan::trained)
                .mapToLong(ParameterPlan::count)
                .reduce(0, NetworkMemory::sum);
    }

    /** The parameters, and where it is trained their gradients. */
    Bytes weights(boolean withGradients) {
        Bytes sum = Bytes.NONE;
        for (int i = 0; i < operations.size(); i++) {
            sum = sum.plus(weights(i, withGradients));
        }
        return sum;
    }

    private Bytes weights(int index, boolean withGradients) {
        LayerPlan layer = plan.layers().get(index);
        int copies = withGradients ? 2 : 1;
        long own = Count.product(copies, layer.parameterCount());
        boolean outside =
                operations.get(index).stream().anyMatch(each -> each.gradients() || each.last());
        long wide = Count.product(copies, of(layer, Windows::widened));
        long packed =
                Count.sum(
                        of(layer, Windows::packed),
                        Count.product(copies, of(layer, Windows::weightSpectrum)),
                        ordered(layer));
        return Bytes.ofNumbers(
                Count.sum(own, wide, places(layer), ordered(layer)),
                Count.sum(outside ? own : 0, wide, packed));
    }

    /** The weights of a dense layer with few units, and their gradients, in another order. */
    private static long ordered(LayerPlan plan) {
        boolean few = plan.layer() instanceof Dense dense && dense.units() <= FEW_UNITS;
        return few ? Count.product(BATCH_SIZES, 2, plan.parameterCount()) : 0;
    }

    private long of(LayerPlan layer, ToLongFunction<Windows> numbers) {
        return windows(layer)
                .map(each -> each.withSpectra(plan.spectra()))
                .mapToLong(numbers)
                .sum();
    }

    private static Stream<Windows> windows(LayerPlan plan) {
        if (plan.input().isEmpty() || plan.output().isEmpty()) {
            return Stream.empty();
        }
        Shape in = plan.input().get();
        Shape out = plan.output().get();
        LayerSpec layer = plan.layer();
        if (layer instanceof Conv2D conv) {
            return Stream.of(Windows.of(conv, in, out));
        }
        if (layer instanceof SeparableConv2D) {
            return Stream.of(Windows.pointwise(out));
        }
        return layer instanceof Conv2DTranspose conv
                ? Stream.of(Windows.of(conv, in, out))
                : Stream.empty();
    }

    private static long places(LayerPlan plan) {
        boolean pools = plan.layer() instanceof MaxPool || plan.layer() instanceof AveragePool;
        return pools
                ? plan.output()
                        .map(Shape::asImage)
                        .map(image -> Count.product(WINDOW, image.height(), image.width()))
                        .orElse(0L)
                : 0;
    }

    /** The buffers of a use. */
    Buffers buffers(Use use) {
        var sum = new Buffers(use.gradients);
        sum.input(plan.input().size(), joins());
        boolean trainedBelow = false;
        for (int i = 0; i < operations.size(); i++) {
            for (Operation each : operations.get(i)) {
                sum.add(each, use.bends, use.trains && !trainedBelow);
            }
            LayerPlan layer = plan.layers().get(i);
            sum.addFixed(iteration(layer));
            trainedBelow |= trained(layer) > 0;
        }
        sum.end();
        sum.addFixed(plan.labels() instanceof LabelUse.Projected ? 2 * features() : 0);
        return sum;
    }

    private boolean joins() {
        return plan.labels() instanceof LabelUse.Joined;
    }

    /** What goes into the last layer. */
    private long features() {
        return plan.layers().getLast().input().map(Shape::size).orElse(0L);
    }

    /** The two vectors of spectral normalization: a number for each row and column of a matrix. */
    private static long iteration(LayerPlan layer) {
        List<ParameterPlan> all = layer.parameters();
        return all.stream()
                .filter(parameter -> parameter.name().equals("u"))
                .mapToLong(u -> Count.sum(u.count(), all.getFirst().count() / u.count()))
                .sum();
    }
}
