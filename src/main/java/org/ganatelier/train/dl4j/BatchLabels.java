package org.ganatelier.train.dl4j;

import java.util.random.RandomGenerator;

/** The labels of one batch of real and one of generated images; none where nobody is told any. */
final class BatchLabels {
    private final int classes;
    private final Draws draws;
    private final byte[] real;
    private final byte[] made;

    /**
     * @param classes 0 where there are no labels
     */
    BatchLabels(int classes, int batch, Draws draws) {
        this.classes = classes;
        this.draws = draws;
        real = new byte[classes == 0 ? 0 : batch];
        made = new byte[real.length];
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
    Draws draws() {
        return draws;
    }
}
