package org.ganatelier.engine.optimizer;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.experiment.OptimizerSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2014, arXiv:1412.6980, algorithm 1), and AdamW (Loshchilov and Hutter 2017,
 * arXiv:1711.05101, algorithm 2). ND4J's own {@code adam_updater} takes 20 times as long, as it is
 * bound by a scalar square root per value.
 */
final class Adam extends Optimizer {
    private final boolean decays;
    private final List<float[]> means;
    private final List<float[]> squares;

    /**
     * @param decays whether weights decay by themselves, as in AdamW
     */
    Adam(List<Parameter> parameters, boolean decays) {
        super(parameters);
        this.decays = decays;
        means = zeros(parameters);
        squares = zeros(parameters);
    }

    @Override
    public Map<String, List<float[]>> memory() {
        var memory = new LinkedHashMap<String, List<float[]>>();
        memory.put("adam-mean", means);
        memory.put("adam-square", squares);
        return memory;
    }

    @Override
    boolean decaysByItself() {
        return decays;
    }

    @Override
    public void update(
            int index, float[] values, float[] gradient, OptimizerSpec spec, double rate) {
        if (decays && spec.weightDecay() > 0) {
            shrink((float) (1 - rate * spec.weightDecay()), values);
        }
        double t = updates();
        update(
                values,
                gradient,
                means.get(index),
                squares.get(index),
                (float) (rate / (1 - Math.pow(spec.beta1(), t))),
                (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), t))),
                spec);
    }

    private static void shrink(float factor, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static void update(
            float[] values,
            float[] gradient,
            float[] mean,
            float[] square,
            float rate,
            float correction,
            OptimizerSpec spec) {
        float beta1 = (float) spec.beta1();
        float beta2 = (float) spec.beta2();
        float rest1 = (float) (1 - spec.beta1());
        float rest2 = (float) (1 - spec.beta2());
        float epsilon = (float) OptimizerSpec.EPSILON;
        for (int i = 0; i < values.length; i++) {
            float g = gradient[i];
            float m = beta1 * mean[i] + rest1 * g;
            float v = beta2 * square[i] + rest2 * g * g;
            mean[i] = m;
            square[i] = v;
            values[i] -= rate * m / ((float) Math.sqrt(v) * correction + epsilon);
        }
    }
}
