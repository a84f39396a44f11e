package org.ganatelier.engine.stock;

import org.ganatelier.data.Dataset;
import org.ganatelier.engine.gan.Batches;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.experiment.objective.ScoreBatch;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RandomStream;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.random.RandomGenerator;

/**
 * The rules of {@link Game} between two of DL4J's own networks, on the same images, noise and
 * initial weights. What differs: dropout draws from ND4J's generator; and the running statistics of
 * a normalization in D follow the real and the generated batch of a turn at once, not one after the
 * other. Owned by one thread.
 */
public final class StockGame implements AutoCloseable {
    private final Experiment experiment;
    private final int batch;
    private final int latentSize;
    private final Batches batches;
    private final float[] images;
    private final float[] scoreGradients;
    private final SeparableLoss losses;
    final StockNetwork generator;
    final StockNetwork discriminator;
    private long noiseDraws;

    /**
     * @param start whose weights both players begin with
     * @throws EngineException where DL4J's own layers cannot compute the plan
     */
    public StockGame(Plan plan, Dataset data, Game start) {
        experiment = plan.experiment();
        batch = experiment.training().batchSize();
        latentSize = experiment.latentSize();
        batches = new Batches(data, experiment.seed());
        images = new float[batch * (int) data.shape().size()];
        scoreGradients = new float[batch];
        losses =
                switch (experiment.objective().loss()) {
                    case SeparableLoss separable -> separable;
                    case PairedLoss _ -> throw StockLayers.lacking(new Lack.Pairs());
                };
        generator =
                new StockNetwork(plan.generator(), experiment.training().optimizer(Side.GENERATOR));
        discriminator =
                new StockNetwork(
                        plan.discriminator(), experiment.training().optimizer(Side.DISCRIMINATOR));
        generator.copyFrom(start.generator);
        discriminator.copyFrom(start.discriminator);
    }

    /** One update of D, then one of G through the same images. */
    public void step() {
        double target = experiment.objective().realTarget();
        float[] fakes = generator.forward(noise(), batch);

        batches.next(images, batch);
        float[] scores = discriminator.forward(images, batch);
        var _ = losses.onReal(batchOf(scores), target);
        discriminator.backward(scoreGradients);
        INDArray ofReal = discriminator.gradients();
        scores = discriminator.forward(fakes, batch);
        var _ = losses.onFake(batchOf(scores));
        discriminator.backward(scoreGradients);
        discriminator.addGradients(ofReal);
        discriminator.update(batch);

        scores = discriminator.forward(fakes, batch);
        var _ = losses.ofGenerator(batchOf(scores));
        generator.backward(discriminator.backward(scoreGradients));
        generator.update(batch);
    }

    private ScoreBatch batchOf(float[] scores) {
        return new ScoreBatch(scores, 0, batch, scoreGradients);
    }

    private float[] noise() {
        RandomGenerator random = RandomStream.NOISE.draw(experiment.seed(), noiseDraws++);
        var noise = new float[batch * latentSize];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
