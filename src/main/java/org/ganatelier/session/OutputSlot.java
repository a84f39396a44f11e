package org.ganatelier.session;

import org.ganatelier.experiment.objective.ScoreMeaning;

import java.util.Arrays;

/**
 * D(x) of real and of generated samples at one time. The arrays are not copied.
 *
 * @param step of the run
 * @param meaning of the values
 * @param real D(x) of real samples, in ascending order
 * @param generated D(x) of generated ones, in ascending order
 */
public record OutputSlot(long step, ScoreMeaning meaning, float[] real, float[] generated) {
    /** Of what D said of both. */
    static OutputSlot of(long step, Seen real, Seen generated) {
        return new OutputSlot(
                step, real.meaning(), sorted(real.outputs()), sorted(generated.outputs()));
    }

    /** Both together, with no more values than one: every second of all, in order. */
    OutputSlot with(OutputSlot later) {
        return new OutputSlot(
                step, meaning, thinned(real, later.real), thinned(generated, later.generated));
    }

    private static float[] sorted(float[] values) {
        Arrays.sort(values);
        return values;
    }

    private static float[] thinned(float[] first, float[] second) {
        float[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        var half = new float[all.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = all[2 * i + 1];
        }
        return half;
    }
}
