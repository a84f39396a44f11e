package org.ganatelier.measure;

import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierTask;
import org.ganatelier.train.Moments;

import java.util.Arrays;
import java.util.Map;

/**
 * Sees on an image of two pixels what they say: the first is the class, the second how sure it is
 * in percent; both divided by 10 are the features.
 */
final class KnownClassifier implements Classifier {
    static final Shape.Image SHAPE = new Shape.Image(1, 2, 1);

    private static final int CLASSES = 10;

    private final ClassifierModel model;
    private int asked;
    private boolean closed;

    KnownClassifier(Images reference) {
        float[] features = features(reference);
        model =
                new ClassifierModel(
                        Sets.MNIST.spec(),
                        ClassifierTask.standardNetwork(CLASSES),
                        0,
                        reference.count(),
                        1,
                        1,
                        Map.of(),
                        Moments.of(features, 2));
    }

    /** Images of which class and certainty are known. */
    static Images images(int... classesAndPercent) {
        var pixels = new byte[classesAndPercent.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) classesAndPercent[i];
        }
        return new Images(pixels.length / 2, SHAPE, pixels);
    }

    /** How often it was asked. */
    int asked() {
        return asked;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public ClassifierModel model() {
        return model;
    }

    @Override
    public Classification classify(Images images) {
        asked++;
        var probabilities = new float[images.count() * CLASSES];
        for (int i = 0; i < images.count(); i++) {
            int from = i * CLASSES;
            float sure = images.pixels()[2 * i + 1] / 100f;
            Arrays.fill(probabilities, from, from + CLASSES, (1 - sure) / 9);
            probabilities[from + images.pixels()[2 * i]] = sure;
        }
        return new Classification(images.count(), CLASSES, probabilities, 2, features(images));
    }

    private static float[] features(Images images) {
        var features = new float[images.count() * 2];
        for (int i = 0; i < features.length; i++) {
            features[i] = images.pixels()[i] / 10f;
        }
        return features;
    }

    @Override
    public void close() {
        closed = true;
    }
}
