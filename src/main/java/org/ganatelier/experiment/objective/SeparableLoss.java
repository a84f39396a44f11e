package org.ganatelier.experiment.objective;

/**
 * A loss that is a sum over single scores. D need not see the real and the generated batch at once,
 * so layers that mix the images of a batch are possible, and G needs no real images.
 */
public non-sealed interface SeparableLoss extends Loss {
    /** What D minimises on real images. */
    String onReal();

    /**
     * The same with a target of 1 - α where it has targets and they are smoothed.
     *
     * @param smoothed whether they are
     */
    default String onReal(boolean smoothed) {
        return smoothing().filter(_ -> smoothed).map(Smoothing::smoothed).orElse(onReal());
    }

    /** What it minimises on generated images, with a sign in front. */
    String onGenerated();

    @Override
    default String formulaOfDiscriminator(boolean smoothed) {
        return onReal(smoothed) + " " + onGenerated();
    }

    /**
     * D's loss on real images, mean over the batch.
     *
     * @param target 1 unless labels are smoothed
     */
    double onReal(ScoreBatch real, double target);

    /** D's loss on generated images, mean over the batch. */
    double onFake(ScoreBatch fake);

    /** G's loss on its own images, mean over the batch. */
    double ofGenerator(ScoreBatch fake);

    @Override
    default double ofDiscriminator(ScoreBatch real, ScoreBatch fake, double target) {
        return onReal(real, target) + onFake(fake);
    }
}
