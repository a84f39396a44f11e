package org.ganatelier.engine.stock;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.List;

/**
 * The means and variances of a batch normalization that a generator uses when it is not trained.
 * DL4J would let them follow the batches by way of its optimizer, which is not asked here.
 */
final class RunningStatistics {
    private final double momentum;
    private final Tensor mean;
    private final Tensor variance;

    /**
     * @param momentum share of the statistics that is kept at each step
     * @param parameters of the layer, with "mean" and "variance" among them
     */
    RunningStatistics(double momentum, List<Parameter> parameters) {
        this.momentum = momentum;
        mean = named("mean", parameters);
        variance = named("variance", parameters);
    }

    private static Tensor named(String name, List<Parameter> parameters) {
        return parameters.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /**
     * Lets them follow those of a batch: the biased variance, as in Keras.
     *
     * @param input what was normalized: [batch, channels] or [batch, channels, height, width]
     */
    void follow(Tensor input) {
        float[] values = input.heap();
        int channels = mean.size();
        int area = values.length / input.batch() / channels;
        float[] means = mean.heapToUpdate();
        float[] variances = variance.heapToUpdate();
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            double squares = 0;
            for (int sample = 0; sample < input.batch(); sample++) {
                int first = (sample * channels + channel) * area;
                for (int i = first; i < first + area; i++) {
                    sum += values[i];
                    squares += (double) values[i] * values[i];
                }
            }
            double count = (double) input.batch() * area;
            double middle = sum / count;
            means[channel] = follow(means[channel], middle);
            variances[channel] = follow(variances[channel], squares / count - middle * middle);
        }
    }

    private float follow(float kept, double current) {
        return (float) (momentum * kept + (1 - momentum) * current);
    }
}
