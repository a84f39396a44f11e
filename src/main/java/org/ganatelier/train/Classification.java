package org.ganatelier.train;

/**
 * What a classifier sees on some images. The arrays are not copied: whoever makes an instance hands
 * them over.
 *
 * @param probabilities of each class, count * classes values, image by image; those of an image add
 *     up to 1
 * @param features values of the classifier's last layer but one, count * width values, image by
 *     image
 */
public record Classification(
        int count, int classes, float[] probabilities, int width, float[] features) {
    public Classification {
        if (probabilities.length != count * classes || features.length != count * width) {
            throw new IllegalArgumentException(
                    "%d images do not go with %d probabilities and %d features"
                            .formatted(count, probabilities.length, features.length));
        }
    }

    /** The likeliest class of an image, from 0. */
    public int label(int image) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (probability(image, i) > probability(image, best)) {
                best = i;
            }
        }
        return best;
    }

    /** How likely a class is, 0 to 1. */
    public float probability(int image, int label) {
        return probabilities[image * classes + label];
    }

    /** The features of some images, one after the other: their number * width values. */
    public float[] features(int... images) {
        var some = new float[images.length * width];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(features, images[i] * width, some, i * width, width);
        }
        return some;
    }

    /** The share of images whose likeliest class is the true one, 0 to 1. */
    public double accuracy(byte[] labels) {
        int right = 0;
        for (int i = 0; i < count; i++) {
            if (label(i) == Byte.toUnsignedInt(labels[i])) {
                right++;
            }
        }
        return (double) right / count;
    }
}
