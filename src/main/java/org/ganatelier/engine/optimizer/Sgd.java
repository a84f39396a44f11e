package org.ganatelier.engine.optimizer;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.experiment.OptimizerSpec;

import java.util.List;
import java.util.Map;

/**
 * Gradient descent with momentum (Polyak 1964), which is beta1: v = beta1 * v + g, w = w - rate *
 * v, as in PyTorch.
 */
final class Sgd extends Optimizer {
    private final List<float[]> velocities;

    Sgd(List<Parameter> parameters) {
        super(parameters);
        velocities = zeros(parameters);
    }

    @Override
    public Map<String, List<float[]>> memory() {
        return Map.of("sgd-velocity", velocities);
    }

    @Override
    boolean decaysByItself() {
        return false;
    }

    @Override
    public void update(
            int index, float[] values, float[] gradient, OptimizerSpec spec, double rate) {
        update(values, gradient, velocities.get(index), (float) rate, (float) spec.beta1());
    }

    private static void update(
            float[] values, float[] gradient, float[] velocity, float rate, float momentum) {
        for (int i = 0; i < values.length; i++) {
            float v = momentum * velocity[i] + gradient[i];
            velocity[i] = v;
            values[i] -= rate * v;
        }
    }
}
