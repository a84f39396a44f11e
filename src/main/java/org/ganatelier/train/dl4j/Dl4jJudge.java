package org.ganatelier.train.dl4j;

import org.ganatelier.data.Images;
import org.ganatelier.plan.NetworkPlan;
import org.ganatelier.spec.Shape;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Judge;
import org.ganatelier.train.JudgeModel;
import org.ganatelier.train.Judgement;

import java.util.random.RandomGenerator;

/** A classifier in its inference mode. One call at a time uses its network. */
final class Dl4jJudge implements Judge {
    private final JudgeModel model;
    private final Shape.Image shape;
    private final Network network;

    /**
     * @throws EngineException where the weights are not those of the network
     */
    Dl4jJudge(JudgeModel model, NetworkPlan plan, Shape.Image shape) {
        this.model = model;
        this.shape = shape;
        network = new Network(plan);
        try {
            network.parameters().forEach(this::load);
        } catch (EngineException failure) {
            network.close();
            throw failure;
        }
    }

    private void load(Network.Named named) {
        float[] saved = model.arrays().get(named.name());
        float[] weights = named.parameter().value().heapToWrite();
        if (saved == null || saved.length != weights.length) {
            throw new EngineException(
                    "The judge does not fit its network: %s is missing or of another size."
                            .formatted(named.name()),
                    null);
        }
        System.arraycopy(saved, 0, weights, 0, weights.length);
    }

    @Override
    public JudgeModel model() {
        return model;
    }

    @Override
    public synchronized Judgement judge(Images images) {
        if (!images.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "This judge looks at images of %s, not %s".formatted(shape, images.shape()));
        }
        Natives.load(Natives.DEFAULT_THREADS);
        return judge(network, images);
    }

    /** What a network sees that ends in the logits of the classes. */
    static Judgement judge(Network network, Images images) {
        int count = images.count();
        int width = network.chain(Sampling.MOST).lastInput().size() / Sampling.MOST;
        var probabilities = new float[count * JudgeModel.CLASSES];
        var features = new float[count * width];
        for (int done = 0; done < count; ) {
            int some = Math.min(Sampling.MOST, count - done);
            Network.Chain chain = network.chain(Sampling.bufferFor(some));
            fill(chain, images, done, some);
            chain.forward(false, Dl4jJudge::noRandomness);
            float[] seen = new float[some * JudgeModel.CLASSES];
            CrossEntropy.softmax(chain.output().heap(), some, JudgeModel.CLASSES, seen);
            System.arraycopy(seen, 0, probabilities, done * JudgeModel.CLASSES, seen.length);
            System.arraycopy(chain.lastInput().heap(), 0, features, done * width, some * width);
            done += some;
        }
        return new Judgement(count, JudgeModel.CLASSES, probabilities, width, features);
    }

    private static void fill(Network.Chain chain, Images images, int from, int count) {
        int size = (int) images.shape().size();
        float[] values = chain.input().heapToWrite();
        for (int i = 0; i < count * size; i++) {
            values[i] = Images.toValue(images.pixels()[from * size + i]);
        }
    }

    private static RandomGenerator noRandomness() {
        throw new IllegalStateException("Judging draws no random numbers");
    }

    @Override
    public synchronized void close() {
        network.close();
    }
}
