package org.ganatelier.engine.gan;

import org.ganatelier.data.Dataset;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;

import java.util.random.RandomGenerator;

/** The labels of one batch of real and one of generated images; none where nobody is told any. */
public final class BatchLabels {
    private final int classes;
    private final RandomDraws draws;
    private final byte[] real;
    private final byte[] made;

    /**
     * @param classes 0 where there are no labels
     */
    BatchLabels(int classes, int batch, RandomDraws draws) {
        this.classes = classes;
        this.draws = draws;
        real = new byte[classes == 0 ? 0 : batch];
        made = new byte[real.length];
    }

    /**
     * Makes sure that images have the labels that the networks are to be told.
     *
     * @throws EngineException where they have none, or one beyond the last class
     */
    public static void require(Dataset data, int classes) {
        if (classes == 0) {
            return;
        }
        for (byte label : data.labels().orElseThrow(() -> unfit(classes))) {
            if (Byte.toUnsignedInt(label) >= classes) {
                throw unfit(classes);
            }
        }
    }

    private static EngineException unfit(int classes) {
        return new EngineException(new RunFailure.LabelsMissing(classes));
    }

    /** Those of the real images: the array itself, to be filled with each batch. */
    byte[] real() {
        return real;
    }

    /** Those that were asked for. */
    byte[] made() {
        return made;
    }

    /** Asks for images of classes drawn anew, each as likely as any other. */
    void draw() {
        if (classes > 0) {
            RandomGenerator random = draws.next();
            for (int i = 0; i < made.length; i++) {
                made[i] = (byte) random.nextInt(classes);
            }
        }
    }

    /** Whether there are any. */
    boolean told() {
        return classes > 0;
    }

    /** The stream that they are drawn from. */
    RandomDraws draws() {
        return draws;
    }
}
