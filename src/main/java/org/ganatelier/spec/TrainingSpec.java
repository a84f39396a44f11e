package org.ganatelier.spec;

/**
 * How the two networks take turns.
 *
 * @param batchSize images in one batch, at least 2 (batch statistics of one image are no
 *     statistics)
 * @param discriminatorSteps updates of D in one step, 1 to 10
 * @param generatorSteps updates of G in one step, 1 to 10
 */
public record TrainingSpec(
        int batchSize,
        int discriminatorSteps,
        int generatorSteps,
        OptimizerSpec discriminatorOptimizer,
        OptimizerSpec generatorOptimizer) {
    private static final int MOST_TURNS = 10;

    public TrainingSpec {
        Require.that(batchSize >= 2, "A batch needs at least 2 images");
        Require.that(
                discriminatorSteps >= 1 && discriminatorSteps <= MOST_TURNS,
                "D's updates in a step must be between 1 and " + MOST_TURNS);
        Require.that(
                generatorSteps >= 1 && generatorSteps <= MOST_TURNS,
                "G's updates in a step must be between 1 and " + MOST_TURNS);
    }

    public TrainingSpec withBatchSize(int size) {
        return new TrainingSpec(
                size,
                discriminatorSteps,
                generatorSteps,
                discriminatorOptimizer,
                generatorOptimizer);
    }

    public TrainingSpec withTurns(int ofDiscriminator, int ofGenerator) {
        return new TrainingSpec(
                batchSize,
                ofDiscriminator,
                ofGenerator,
                discriminatorOptimizer,
                generatorOptimizer);
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
                            optimizer);
            case DISCRIMINATOR ->
                    new TrainingSpec(
                            batchSize,
                            discriminatorSteps,
                            generatorSteps,
                            optimizer,
                            generatorOptimizer);
        };
    }
}
