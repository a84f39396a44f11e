package org.ganatelier.engine.optimizer;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.OptimizerSpec;

import java.util.List;
import java.util.Map;

/**
 * Lets parameters follow their gradients. Each rule is a vectorised loop per parameter, as ND4J's
 * own updaters take many times as long. What is the same for all rules is done here, in passes of
 * their own over the gradients, and only where it is asked for.
 */
public abstract class Optimizer {
    /** Numbers whose update takes longer than to tell another thread of it: some 20 µs. */
    private static final int WORTH_ORDERING = 1 << 14;

    private final List<Parameter> parameters;
    private long updates;

    Optimizer(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    public static Optimizer of(OptimizerSpec.Kind kind, List<Parameter> parameters) {
        return switch (kind) {
            case ADAM -> new Adam(parameters, false);
            case ADAMW -> new Adam(parameters, true);
            case RMSPROP -> new RmsProp(parameters);
            case SGD -> new Sgd(parameters);
        };
    }

    /** What is updated, in order. */
    public final List<Parameter> parameters() {
        return parameters;
    }

    /** How many updates have been made. */
    public final long updates() {
        return updates;
    }

    public final void setUpdates(long count) {
        updates = count;
    }

    /** What is remembered between updates, by name: an array for each parameter, in order. */
    public abstract Map<String, List<float[]>> memory();

    /** Whether weight decay is part of the rule itself. */
    abstract boolean decaysByItself();

    /**
     * One parameter's update.
     *
     * @param index of the parameter
     * @param rate learning rate that holds now
     */
    public abstract void update(
            int index, float[] values, float[] gradient, OptimizerSpec spec, double rate);

    /** Zeros in the parameters' sizes. */
    static List<float[]> zeros(List<Parameter> parameters) {
        return parameters.stream().map(p -> new float[p.value().size()]).toList();
    }

    /**
     * One update of every parameter by its gradient.
     *
     * @param rate learning rate that holds now
     */
    public final void update(OptimizerSpec spec, double rate) {
        update(spec, rate, SideWork.alone());
    }

    /**
     * The same.
     *
     * @param side updates some of them meanwhile
     */
    public final void update(OptimizerSpec spec, double rate, SideWork side) {
        updates++;
        if (spec.clipNorm() > 0) {
            shorten(spec.clipNorm());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Tensor value = parameters.get(i).value();
            Tensor gradient = parameters.get(i).gradient();
            float[] values = value.heapToUpdate();
            if (spec.weightDecay() > 0 && !decaysByItself()) {
                add((float) spec.weightDecay(), values, gradient.heapToUpdate());
            }
            float[] gradients = gradient.heap();
            if (values.length < WORTH_ORDERING) {
                update(i, values, gradients, spec, rate);
            } else {
                int index = i;
                side.order(() -> update(index, values, gradients, spec, rate));
            }
        }
        side.finish();
    }

    /** The length of all gradients together as one vector (L2), 0 or above. */
    public final double gradientNorm() {
        double squares = 0;
        for (Parameter parameter : parameters) {
            squares += Sums.squares(parameter.gradient().heap());
        }
        return Math.sqrt(squares);
    }

    /** Scales all gradients down so that together they are no longer than {@code most}. */
    private void shorten(double most) {
        double length = gradientNorm();
        if (length > most) {
            for (Parameter parameter : parameters) {
                scale((float) (most / length), parameter.gradient().heapToUpdate());
            }
        }
    }

    private static void scale(float factor, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static void add(float factor, float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }
}
