package org.ganatelier.experiment;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Side;

/**
 * How the two networks take turns.
 *
 * @param batchSize images in one batch, at least 2 (batch statistics of one image are no
 *     statistics)
 * @param discriminatorSteps updates of D in one step, 1 to 10
 * @param generatorSteps updates of G in one step, 1 to 10
 * @param averageDecay share of the old average kept at each of G's updates, where images are made
 *     with an exponential moving average of its weights (Yazici et al. 2018, arXiv:1806.04498); at
 *     least 0 (off) and below 1
 */
public record TrainingSpec(
        int batchSize,
        int discriminatorSteps,
        int generatorSteps,
        OptimizerSpec discriminatorOptimizer,
        OptimizerSpec generatorOptimizer,
        double averageDecay) {
    private static final int MOST_TURNS = 10;
    private static final int MOST_ASKED = 64;

    public TrainingSpec {
        Require.within(Range.atLeast(2), batchSize, Quantity.BATCH_SIZE);
        var turns = Range.between(1, MOST_TURNS);
        Require.within(turns, discriminatorSteps, Quantity.DISCRIMINATOR_UPDATES);
        Require.within(turns, generatorSteps, Quantity.GENERATOR_UPDATES);
        Require.within(Range.between(0, 1).belowMost(), averageDecay, Quantity.AVERAGE_DECAY);
    }

    /** Without an average of G's weights. */
    public TrainingSpec(
            int batchSize,
            int discriminatorSteps,
            int generatorSteps,
            OptimizerSpec discriminatorOptimizer,
            OptimizerSpec generatorOptimizer) {
        this(
                batchSize,
                discriminatorSteps,
                generatorSteps,
                discriminatorOptimizer,
                generatorOptimizer,
                0);
    }

    public TrainingSpec withBatchSize(int size) {
        return new TrainingSpec(
                size,
                discriminatorSteps,
                generatorSteps,
                discriminatorOptimizer,
                generatorOptimizer,
                averageDecay);
    }

    public TrainingSpec withAverageDecay(double decay) {
        return new TrainingSpec(
                batchSize,
                discriminatorSteps,
                generatorSteps,
                discriminatorOptimizer,
                generatorOptimizer,
                decay);
    }

    public TrainingSpec withTurns(int ofDiscriminator, int ofGenerator) {
        return new TrainingSpec(
                batchSize,
                ofDiscriminator,
                ofGenerator,
                discriminatorOptimizer,
                generatorOptimizer,
                averageDecay);
    }

    /**
     * How many samples a question about a run is answered for at once: as many as a step sees, but
     * no more than a processor's cache holds, and a power of two. So answers take less memory than
     * steps do.
     */
    public int mostAsked() {
        return Integer.highestOneBit(Math.min(batchSize, MOST_ASKED));
    }

    public OptimizerSpec optimizer(Side side) {
        return switch (side) {
            case GENERATOR -> generatorOptimizer;
            case DISCRIMINATOR -> discriminatorOptimizer;
        };
    }

    public TrainingSpec withOptimizer(Side side, OptimizerSpec optimizer) {
        return switch (side) {
            case GENERATOR ->
                    new TrainingSpec(
                            batchSize,
                            discriminatorSteps,
                            generatorSteps,
                            discriminatorOptimizer,
                            optimizer,
                            averageDecay);
            case DISCRIMINATOR ->
                    new TrainingSpec(
                            batchSize,
                            discriminatorSteps,
                            generatorSteps,
                            optimizer,
                            generatorOptimizer,
                            averageDecay);
        };
    }
}
