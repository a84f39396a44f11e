package org.ganatelier.engine.optimizer;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.experiment.OptimizerSpec;

import java.util.List;
import java.util.Map;

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6.5 of their course): the gradient by the root of the
 * moving mean of its squares, whose decay is beta2. As in PyTorch, without momentum.
 */
final class RmsProp extends Optimizer {
    private final List<float[]> squares;

    RmsProp(List<Parameter> parameters) {
        super(parameters);
        squares = zeros(parameters);
    }

    @Override
    public Map<String, List<float[]>> memory() {
        return Map.of("rmsprop-square", squares);
    }

    @Override
    boolean decaysByItself() {
        return false;
    }

    @Override
    public void update(
            int index, float[] values, float[] gradient, OptimizerSpec spec, double rate) {
        update(values, gradient, squares.get(index), (float) rate, spec.beta2());
    }

    private static void update(
            float[] values, float[] gradient, float[] square, float rate, double decay) {
        float keep = (float) decay;
        float rest = (float) (1 - decay);
        float epsilon = (float) OptimizerSpec.EPSILON;
        for (int i = 0; i < values.length; i++) {
            float g = gradient[i];
            float v = keep * square[i] + rest * g * g;
            square[i] = v;
            values[i] -= rate * g / ((float) Math.sqrt(v) + epsilon);
        }
    }
}
