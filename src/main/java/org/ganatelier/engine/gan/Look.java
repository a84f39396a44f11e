package org.ganatelier.engine.gan;

import org.ganatelier.engine.gan.StepWatcher.Sight;
import org.ganatelier.engine.network.Network;

import java.util.Arrays;

/**
 * One look of D at a batch, with all that is needed to let a copy of D have the same look again.
 *
 * @param batch samples of a kind
 * @param samples as D saw them, with instance noise
 * @param real labels of the real ones, where D is told any
 * @param made labels of the generated ones
 * @param draws how many random numbers had been drawn for layers before it
 * @param scores what D said
 */
record Look(
        Sight sight,
        int batch,
        float[] samples,
        byte[] real,
        byte[] made,
        long draws,
        float[] scores) {
    /** Whether there are real samples in it. */
    boolean hasReal() {
        return sight != Sight.GENERATED;
    }

    /** Whether there are generated samples in it. */
    boolean hasMade() {
        return sight != Sight.REAL;
    }

    /** The place of the first generated sample. */
    int firstMade() {
        return sight == Sight.BOTH ? batch : 0;
    }

    /** The scores of one kind. */
    float[] scores(boolean ofReal, float[] all) {
        int first = ofReal ? 0 : firstMade();
        return Arrays.copyOfRange(all, first, first + batch);
    }

    /**
     * The same look with other generated samples; instance noise stays what it was.
     *
     * @param before what G had made, without noise
     * @param after what it makes now
     */
    Look with(float[] before, float[] after) {
        float[] changed = samples.clone();
        int from = firstMade() * (before.length / batch);
        for (int i = 0; i < after.length; i++) {
            changed[from + i] = after[i] + (samples[from + i] - before[i]);
        }
        return new Look(sight, batch, changed, real, made, draws, scores);
    }

    /** What a network says of it: with the same dropped values, and the same statistics' batch. */
    float[] again(Network judge, RandomDraws stream) {
        Network.Chain chain = judge.chain(samples.length / judge.inputSize());
        System.arraycopy(samples, 0, chain.entry().samples(), 0, samples.length);
        if (hasReal()) {
            chain.entry().tell(real, 0);
        }
        if (hasMade()) {
            chain.entry().tell(made, firstMade());
        }
        chain.entry().enter();
        chain.forward(true, stream.from(draws)::next);
        return chain.output().heap().clone();
    }
}
