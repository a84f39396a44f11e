package org.ganatelier.train.dissection;

import org.ganatelier.experiment.objective.ScoreMeaning;

/**
 * What D says of each sample of a batch. The array is not copied: whoever makes an instance hands
 * it over.
 *
 * @param scores D's raw outputs
 * @param meaning of a score under the objective
 */
public record Opinion(float[] scores, ScoreMeaning meaning) {
    /** D(x) of one sample: a chance, 0 to 1, or a score of any size, by the meaning. */
    public double output(int index) {
        return meaning.output(scores[index]);
    }

    /** The mean of D(x) over the batch. */
    public double mean() {
        double sum = 0;
        for (float score : scores) {
            sum += meaning.output(score);
        }
        return sum / scores.length;
    }
}
