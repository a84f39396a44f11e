package org.ganatelier.train;

import org.ganatelier.experiment.basics.Side;

import java.util.List;

/**
 * The figures of one step.
 *
 * @param step steps done, from 1
 * @param epoch passes over the data so far
 * @param seconds of training, pauses left out
 * @param generatorLoss G's objective, mean over the batch; NaN in a step that updated D alone
 * @param discriminatorLoss D's objective, real and generated added up, mean over the batch,
 *     penalties left out; NaN in a step of G alone
 * @param dReal mean of D's output on real images: by the loss's {@code ScoreMeaning} a chance, 0 to
 *     1, or a score of any size; NaN in a step of G alone
 * @param dFake the same on generated images
 * @param imagesPerSecond batch size by the time of a step, averaged over the last second or so
 * @param gradientPenalty what penalties on gradients added to D's loss, their weight included; NaN
 *     in a step that computed none
 * @param generatorRate the learning rate that G's schedule gave this step
 * @param discriminatorRate D's
 * @param sigmas of every spectrally normalized layer, G's before D's, first layer to last; empty
 *     where there is none
 * @param generatorGradient length of all of G's gradients together (L2), before they are clipped;
 *     NaN in a step that did not measure it, which are most
 * @param discriminatorGradient D's, penalties included
 */
public record Metrics(
        long step,
        double epoch,
        double seconds,
        double generatorLoss,
        double discriminatorLoss,
        double dReal,
        double dFake,
        double imagesPerSecond,
        double gradientPenalty,
        double generatorRate,
        double discriminatorRate,
        List<Sigma> sigmas,
        double generatorGradient,
        double discriminatorGradient) {
    /**
     * What the weights of a spectrally normalized layer are divided by: their largest singular
     * value, as the power iteration of the step's last pass found it (Miyato et al. 2018,
     * arXiv:1802.05957).
     *
     * @param layer its index in the network, from 0
     * @param value 0 or above
     */
    public record Sigma(Side side, int layer, double value) {}

    public Metrics {
        sigmas = List.copyOf(sigmas);
    }

    /**
     * The figures of a step of which only the number and the time are known.
     *
     * @param step steps done, from 1
     * @param seconds of training, pauses left out
     */
    public static Metrics unmeasured(long step, double seconds) {
        return new Metrics(
                step,
                Double.NaN,
                seconds,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /**
     * Where no rates are known, nothing was penalised, no layer is spectrally normalized and no
     * gradient was measured.
     */
    public Metrics(
            long step,
            double epoch,
            double seconds,
            double generatorLoss,
            double discriminatorLoss,
            double dReal,
            double dFake,
            double imagesPerSecond) {
        this(
                step,
                epoch,
                seconds,
                generatorLoss,
                discriminatorLoss,
                dReal,
                dFake,
                imagesPerSecond,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                Double.NaN,
                Double.NaN);
    }
}
