package org.ganatelier.measure;

import org.ganatelier.data.Images;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.Shape;
import org.ganatelier.train.Judge;
import org.ganatelier.train.JudgeModel;
import org.ganatelier.train.JudgeTask;
import org.ganatelier.train.Judgement;
import org.ganatelier.train.Moments;

import java.util.Arrays;
import java.util.Map;

/**
 * Sees on an image of two pixels what they say: the first is the class, the second how sure it is
 * in percent; both divided by 10 are the features.
 */
final class KnownJudge implements Judge {
    static final Shape.Image SHAPE = new Shape.Image(1, 2, 1);

    private final JudgeModel model;
    private int asked;
    private boolean closed;

    KnownJudge(Images reference) {
        float[] features = features(reference);
        model =
                new JudgeModel(
                        DataSpec.Collection.MNIST,
                        JudgeTask.standardNetwork(),
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
    public JudgeModel model() {
        return model;
    }

    @Override
    public Judgement judge(Images images) {
        asked++;
        var probabilities = new float[images.count() * JudgeModel.CLASSES];
        for (int i = 0; i < images.count(); i++) {
            int from = i * JudgeModel.CLASSES;
            float sure = images.pixels()[2 * i + 1] / 100f;
            Arrays.fill(probabilities, from, from + JudgeModel.CLASSES, (1 - sure) / 9);
            probabilities[from + images.pixels()[2 * i]] = sure;
        }
        return new Judgement(
                images.count(), JudgeModel.CLASSES, probabilities, 2, features(images));
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
