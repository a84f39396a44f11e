package org.ganatelier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

final class NearestTest {
    private static final Shape.Image SHAPE = new Shape.Image(2, 3, 1);

    private static Images random(int count, long seed) {
        var pixels = new byte[count * (int) SHAPE.size()];
        new Random(seed).nextBytes(pixels);
        return new Images(count, SHAPE, pixels);
    }

    /** One pixel after the other, without blocks. */
    private static double distance(Images a, int i, Images b, int j) {
        double sum = 0;
        for (int p = 0; p < SHAPE.size(); p++) {
            int difference =
                    Byte.toUnsignedInt(a.get(i).pixels()[p])
                            - Byte.toUnsignedInt(b.get(j).pixels()[p]);
            sum += difference / 255.0 * (difference / 255.0);
        }
        return sum;
    }

    /** More than one block, the last not full. */
    @Test
    void theSearchFindsWhatComparingOneByOneFinds() {
        Images images = random(5, 1);
        Images known = random(700, 2);
        var search = new NearestSearch(images, known);
        for (int i = 0; i < images.count(); i++) {
            int image = i;
            double[] sorted =
                    IntStream.range(0, known.count())
                            .mapToDouble(j -> distance(images, image, known, j))
                            .sorted()
                            .toArray();
            assertThat((double) search.nearest(i)).isCloseTo(sorted[0], within(1e-6));
            assertThat((double) search.second(i)).isCloseTo(sorted[1], within(1e-6));
        }
    }

    /** In the first block, at its end, in another and in the last. */
    @Test
    void amongTheKnownOnesAnImageIsNotNearestToItself() {
        Images known = random(700, 3);
        int[] own = {0, 255, 256, 699};
        Images images = known.pick(own);
        var search = new NearestSearch(images, known, own);
        for (int i = 0; i < own.length; i++) {
            int image = i;
            double[] sorted =
                    IntStream.range(0, known.count())
                            .filter(j -> j != own[image])
                            .mapToDouble(j -> distance(images, image, known, j))
                            .sorted()
                            .toArray();
            assertThat((double) search.nearest(i)).isCloseTo(sorted[0], within(1e-6));
            assertThat((double) search.second(i)).isCloseTo(sorted[1], within(1e-6));
        }
    }

    @Test
    void blackIsOneFromWhite() {
        var black = new Images(1, SHAPE, new byte[6]);
        var white = new byte[12];
        Arrays.fill(white, (byte) 255);
        Nearest nearest = Nearest.of(black, new Images(2, SHAPE, white));
        assertThat(nearest.median()).isCloseTo(1, within(1e-6));
        assertThat(nearest.copies()).isZero();
    }

    @Test
    void memorisedImagesAreFoundAndOthersAreNot() {
        Split all = Split.of(Sets.FASHION);
        // Images that no generator has seen: those that are no longer in the set.
        int[] withheld = Images.spread(60, all.heldOut().size());
        Images fresh = all.heldOut().images().pick(withheld);
        Split real = new Split(all.training(), all.heldOut().part(without(withheld, all)));
        Images copies = faded(real.training().images().some(40));
        var mixed = new byte[fresh.pixels().length + copies.pixels().length];
        System.arraycopy(fresh.pixels(), 0, mixed, 0, fresh.pixels().length);
        System.arraycopy(copies.pixels(), 0, mixed, fresh.pixels().length, copies.pixels().length);

        Originality originality =
                Originality.of(new Images(100, real.heldOut().images().shape(), mixed), real);
        assertThat(originality.images().copies()).isBetween(0.36, 0.42);
        assertThat(originality.baseline().copies()).isLessThan(0.03);
        assertThat(originality.images().low()).isLessThan(originality.baseline().low());
        assertThat(originality.baseline().count()).isEqualTo(100);
    }

    private static int[] without(int[] withheld, Split all) {
        return IntStream.range(0, all.heldOut().size())
                .filter(i -> Arrays.binarySearch(withheld, i) < 0)
                .toArray();
    }

    /** A generator learns from them too, only the classifier does not. */
    @Test
    void imagesThatTheClassifierNeverSawAreCopiesTooAndTheBaselineIsNot() {
        Split real = Split.of(Sets.FASHION);
        Originality originality = Originality.of(real.heldOut().images().some(200), real);
        assertThat(originality.known()).isEqualTo(10_000);
        assertThat(originality.images().copies()).isEqualTo(1);
        assertThat(originality.images().median()).isZero();
        // The same images: only that they are not compared with themselves is different.
        assertThat(originality.baseline().copies()).isLessThan(0.03);
        assertThat(originality.baseline().low()).isPositive();
    }

    /** A generator's copy is never exact. */
    private static Images faded(Images images) {
        var pixels = images.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (Byte.toUnsignedInt(pixels[i]) * 0.95);
        }
        return new Images(images.count(), images.shape(), pixels);
    }
}
