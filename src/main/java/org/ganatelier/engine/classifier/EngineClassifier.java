package org.ganatelier.engine.classifier;

import org.ganatelier.data.Images;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Inference;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;

import java.util.random.RandomGenerator;

/** A classifier in its inference mode. One call at a time uses its network. */
final class EngineClassifier implements Classifier {
    private final ClassifierModel model;
    private final Shape.Image shape;
    private final Network network;

    /**
     * @throws EngineException where the weights are not those of the network
     */
    EngineClassifier(ClassifierModel model, NetworkPlan plan, Shape.Image shape) {
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
            throw new EngineException(new RunFailure.UnfitClassifier(named.name()));
        }
        System.arraycopy(saved, 0, weights, 0, weights.length);
    }

    @Override
    public ClassifierModel model() {
        return model;
    }

    @Override
    public synchronized Classification classify(Images images) {
        if (!images.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "This classifier looks at images of %s, not %s"
                            .formatted(shape, images.shape()));
        }
        Natives.load(Natives.DEFAULT_THREADS);
        return classify(network, images);
    }

    /** What a network sees that ends in the logits of the classes. */
    static Classification classify(Network network, Images images) {
        int count = images.count();
        Network.Chain largest = network.chain(Inference.MOST);
        int width = largest.lastInput().size() / Inference.MOST;
        int classes = largest.output().size() / Inference.MOST;
        var probabilities = new float[count * classes];
        var features = new float[count * width];
        for (int done = 0; done < count; ) {
            int some = Math.min(Inference.MOST, count - done);
            Network.Chain chain = network.chain(Inference.bufferFor(some));
            fill(chain, images, done, some);
            chain.forward(false, EngineClassifier::noRandomness);
            float[] seen = new float[some * classes];
            CrossEntropy.softmax(chain.output().heap(), some, classes, seen);
            System.arraycopy(seen, 0, probabilities, done * classes, seen.length);
            System.arraycopy(chain.lastInput().heap(), 0, features, done * width, some * width);
            done += some;
        }
        return new Classification(count, classes, probabilities, width, features);
    }

    private static void fill(Network.Chain chain, Images images, int from, int count) {
        int size = (int) images.shape().size();
        float[] values = chain.input().heapToWrite();
        for (int i = 0; i < count * size; i++) {
            values[i] = Images.toValue(images.pixels()[from * size + i]);
        }
    }

    private static RandomGenerator noRandomness() {
        throw new IllegalStateException("Classifying draws no random numbers");
    }

    @Override
    public synchronized void close() {
        network.close();
    }
}
