package org.ganatelier.engine.classifier;

import org.ganatelier.data.BundledSet.Augmented;
import org.ganatelier.data.Dataset;
import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Changes an image in ways that do not change its class: shifted, turned, scaled and, where left
 * and right mean nothing, mirrored. Values between pixels are interpolated; beyond the border all
 * is black.
 */
final class Augmentation {
    private static final float BLACK = -1;

    private final Augmented most;
    private final double mostTurn;
    private final int height;
    private final int width;
    private final int channels;

    /** One channel of the image with a border of one black pixel. */
    private final float[] framed;

    private final float[] plain;

    /**
     * @param most the most that an image is changed
     */
    Augmentation(Augmented most, Shape.Image shape) {
        this.most = most;
        mostTurn = Math.toRadians(most.turnDegrees());
        height = shape.height();
        width = shape.width();
        channels = shape.channels();
        plain = new float[(int) shape.size()];
        framed = new float[(height + 2) * (width + 2)];
        Arrays.fill(framed, BLACK);
    }

    /** Writes a changed image as values between -1 and 1. */
    void read(Dataset data, int index, RandomGenerator random, float[] target, int offset) {
        data.read(index, plain, 0);
        double turn = some(mostTurn, random);
        double scale = 1 + some(most.scale(), random);
        double right = some(most.shift(), random);
        double down = some(most.shift(), random);
        boolean mirrored = most.mirrored() && random.nextBoolean();
        double cosine = Math.cos(turn) / scale;
        double sine = Math.sin(turn) / scale;
        for (int channel = 0; channel < channels; channel++) {
            int plane = channel * height * width;
            for (int y = 0; y < height; y++) {
                System.arraycopy(
                        plain, plane + y * width, framed, (y + 1) * (width + 2) + 1, width);
            }
            change(right, down, cosine, sine, mirrored, target, offset + plane);
        }
    }

    /** A value between plus and minus the most. */
    private static double some(double most, RandomGenerator random) {
        return most * random.nextDouble(-1, 1);
    }

    private void change(
            double right,
            double down,
            double cosine,
            double sine,
            boolean mirrored,
            float[] target,
            int offset) {
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = x - centreX - right;
                double fromY = y - centreY - down;
                double sourceX = cosine * fromX + sine * fromY;
                double sourceY = cosine * fromY - sine * fromX;
                target[offset + y * width + x] =
                        at(centreX + (mirrored ? -sourceX : sourceX), centreY + sourceY);
            }
        }
    }

    /** The value between the four pixels around a place. */
    private float at(double x, double y) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        if (left < -1 || top < -1 || left >= width || top >= height) {
            return BLACK;
        }
        int corner = ((int) top + 1) * (width + 2) + (int) left + 1;
        float across = (float) (x - left);
        float down = (float) (y - top);
        float above = framed[corner] + across * (framed[corner + 1] - framed[corner]);
        int below = corner + width + 2;
        float beneath = framed[below] + across * (framed[below + 1] - framed[below]);
        return above + down * (beneath - above);
    }
}
