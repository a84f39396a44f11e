package org.ganatelier.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.RandomStream;
import org.junit.jupiter.api.Test;

import java.util.Optional;

final class AugmentationTest {
    private static final Shape.Image SHAPE = new Shape.Image(28, 28, 1);
    private static final int DRAWS = 400;

    /** A white square of 4x4 pixels on black. */
    private static Dataset square(int top, int left) {
        var pixels = new byte[28 * 28];
        for (int y = top; y < top + 4; y++) {
            for (int x = left; x < left + 4; x++) {
                pixels[y * 28 + x] = (byte) 255;
            }
        }
        return Dataset.of(new Images(1, SHAPE, pixels), Optional.empty());
    }

    private static float[] changed(BundledSet set, Dataset data, int draw) {
        var target = new float[28 * 28];
        new Augmentation(set.classifier().augmentation(), SHAPE)
                .read(data, 0, RandomStream.AUGMENTATION.draw(1, draw), target, 0);
        return target;
    }

    /** The centre of what is brighter than black, {x, y}, and its amount in white pixels. */
    private static double[] centre(float... values) {
        double amount = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.length; i++) {
            double light = (values[i] + 1) / 2;
            amount += light;
            x += light * (i % 28);
            int row = i / 28;
            y += light * row;
        }
        return new double[] {x / amount, y / amount, amount};
    }

    @Test
    void digitsAreShiftedByUpToTwoPixelsBothWaysAndNeverMirrored() {
        double left = 28;
        double right = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] centre = centre(changed(Sets.MNIST, square(12, 12), i));
            left = Math.min(left, centre[0]);
            right = Math.max(right, centre[0]);
        }
        // The middle, 13.5, is where turning and scaling leave it.
        assertThat(left).isBetween(11.49, 11.7);
        assertThat(right).isBetween(15.3, 15.51);
    }

    @Test
    void digitsAreScaledByATenth() {
        double least = 100;
        double most = 0;
        for (int i = 0; i < DRAWS; i++) {
            double amount = centre(changed(Sets.MNIST, square(12, 12), i))[2];
            least = Math.min(least, amount);
            most = Math.max(most, amount);
        }
        assertThat(least).isBetween(16 * 0.77, 16 * 0.87);
        assertThat(most).isBetween(16 * 1.13, 16 * 1.25);
    }

    /** A square 8.5 pixels right of the middle moves up and down by 8.5 sin(10°), and 2 more. */
    @Test
    void digitsAreTurnedByTenDegreesAndClothesAreNot() {
        double digits = 0;
        double clothes = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] digit = centre(changed(Sets.MNIST, square(12, 20), i));
            double[] cloth = centre(changed(Sets.FASHION, square(12, 20), i));
            digits = Math.max(digits, Math.abs(digit[1] - 13.5));
            clothes = Math.max(clothes, Math.abs(cloth[1] - 13.5));
        }
        assertThat(digits).isBetween(2.6, 3.8);
        assertThat(clothes).isBetween(0.9, 1.01);
    }

    @Test
    void halfOfTheClothesAreMirrored() {
        int mirrored = 0;
        for (int i = 0; i < DRAWS; i++) {
            if (centre(changed(Sets.FASHION, square(12, 20), i))[0] < 13.5) {
                mirrored++;
            }
        }
        // Five standard deviations of 400 throws of a coin.
        assertThat(mirrored).isBetween(150, 250);
    }

    @Test
    void beyondTheBorderAllIsBlackAndValuesStayInRange() {
        for (int i = 0; i < DRAWS; i++) {
            float[] values = changed(Sets.MNIST, square(0, 24), i);
            for (float value : values) {
                assertThat(value).isBetween(-1f, 1f);
            }
            assertThat(centre(values)[2]).isLessThan(16 * 1.25);
        }
    }

    @Test
    void theSameDrawChangesAnImageTheSameWay() {
        assertThat(changed(Sets.MNIST, square(3, 7), 5))
                .containsExactly(changed(Sets.MNIST, square(3, 7), 5), within(0f));
    }
}
