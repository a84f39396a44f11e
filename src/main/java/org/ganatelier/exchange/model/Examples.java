package org.ganatelier.exchange.model;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.ExactInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;

/**
 * What the networks compute, for whoever reads them elsewhere to compare with. The arrays are not
 * copied: nobody writes to them.
 *
 * @param noise {@link #COUNT} x latent size
 * @param labels a class for each; empty where G is told none
 * @param images what G makes of them, one after the other, channels first
 * @param scores D's logit of each image
 */
public record Examples(float[] noise, byte[] labels, Shape shape, float[] images, float[] scores) {
    /** How many there are: a grid of four by four. */
    public static final int COUNT = 16;

    /** Of the noise. */
    private static final long SEED = 0;

    /** Asks the engine; takes a moment. */
    public static Examples of(Trainer trainer, Plan plan, Checkpoint checkpoint, Weights weights) {
        Experiment experiment = plan.experiment();
        GeneratorInput input = GeneratorInput.sampled(experiment, COUNT, SEED);
        float[] images = trainer.compute(plan, checkpoint, input, weights).values();
        float[] scores =
                trainer.compute(
                                plan,
                                checkpoint,
                                new ExactInput(Side.DISCRIMINATOR, COUNT, images, input.labels()),
                                weights)
                        .values();
        return new Examples(
                input.noise(), input.labels(), experiment.data().shape(), images, scores);
    }
}
