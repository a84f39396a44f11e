package org.ganatelier.session;

import org.ganatelier.data.Samples;
import org.ganatelier.experiment.objective.ScoreMeaning;

/**
 * What D says of some samples. The arrays are not copied: whoever makes an instance hands them
 * over.
 *
 * @param samples that D was asked about, in the order of all that follows
 * @param logits D's raw output for each sample
 * @param gradients of each sample's logit by the values of the sample, as many as these; empty
 *     where nobody asked
 * @param meaning of the logits under the run's objective
 */
public record Seen(Samples samples, float[] logits, float[] gradients, ScoreMeaning meaning) {
    public Seen {
        if (logits.length != samples.count()) {
            throw new IllegalArgumentException(
                    samples.count() + " samples do not go with " + logits.length + " logits");
        }
    }

    /** D(x) of each sample: see {@link ScoreMeaning#output}. */
    public float[] outputs() {
        var outputs = new float[logits.length];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) meaning.output(logits[i]);
        }
        return outputs;
    }

    /** Whether it is known what D would change. */
    public boolean hasGradients() {
        return gradients.length > 0;
    }
}
