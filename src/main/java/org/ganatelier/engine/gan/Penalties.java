package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.objective.Objective;
import org.jspecify.annotations.Nullable;

/** Which penalties on gradients D's loss has in an update. Buffers are made at first use. */
final class Penalties {
    private final Network discriminator;
    private final int batch;
    private final HeldGradients held;
    private final RandomDraws dropout;
    private final RandomDraws places;
    private @Nullable GradientPenalty penalty;

    /**
     * @param held D's gradients
     * @param dropout of D's layers
     * @param places between real and generated images
     */
    Penalties(
            Network discriminator,
            int batch,
            HeldGradients held,
            RandomDraws dropout,
            RandomDraws places) {
        this.discriminator = discriminator;
        this.batch = batch;
        this.held = held;
        this.dropout = dropout;
        this.places = places;
    }

    /**
     * Adds the gradients of all penalties that are due to D's newest.
     *
     * @param images that D has just seen: a batch of real ones, then one of generated
     * @param real labels of the real ones, where D is told any
     * @param made labels of the generated ones
     * @param updates of D so far
     * @return what the penalties add to D's loss; NaN where none is due
     */
    double add(Objective objective, float[] images, byte[] real, byte[] made, long updates) {
        double lambda = objective.slopePenalty();
        boolean between = lambda > 0;
        boolean onReal = objective.r1().isDue(updates);
        boolean onFake = objective.r2().isDue(updates);
        if (!between && !onReal && !onFake) {
            return Double.NaN;
        }
        if (penalty == null) {
            penalty = new GradientPenalty(discriminator, batch, held, dropout::next);
        }
        double sum = 0;
        penalty.tell(real);
        held.hold();
        if (between) {
            sum += penalty.between(images, lambda, places.next());
        }
        if (onReal) {
            sum += penalty.onReal(images, objective.r1());
        }
        if (onFake) {
            penalty.tell(made);
            sum += penalty.onFake(images, objective.r2());
        }
        held.giveBack();
        return sum;
    }
}
