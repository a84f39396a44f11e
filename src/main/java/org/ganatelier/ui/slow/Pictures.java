package org.ganatelier.ui.slow;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.dissection.SampleValues;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Pictures of samples: one for each image; of points, all together in one. */
final class Pictures {
    /** Two or three of a thousand values of N(0, 1) lie beyond. */
    private static final float WIDEST_NOISE = 3;

    /** As long is the longest pull on a point drawn, in coordinates. */
    private static final float LONGEST_PULL = 0.3f;

    /** Vectors that are shown of a batch. */
    private static final int MOST = 8;

    private Pictures() {}

    /** Whether there is one for each sample. */
    static boolean areSingle(SampleValues values) {
        return values.shape() instanceof Shape.Image;
    }

    /** The samples themselves. */
    static List<Picture> of(SampleValues values) {
        Images pictures = values.samples().pictures();
        return each(pictures.count(), i -> Picture.of(pictures.get(i)));
    }

    /** Vectors of noise. */
    static List<Picture> ofNoise(SampleValues noise) {
        int count = Math.min(MOST, noise.count());
        return each(count, i -> Picture.cells(noise, i, WIDEST_NOISE));
    }

    /** By how much each value differs, in the colours of the largest difference. */
    static List<Picture> heat(SampleValues values) {
        float most = values.most();
        return each(values.count(), i -> Picture.heat(values, i, most));
    }

    /** The way down from a gradient. */
    static SampleValues downhill(SampleValues gradients) {
        float[] ways = gradients.values().clone();
        for (int i = 0; i < ways.length; i++) {
            ways[i] = -ways[i];
        }
        return new SampleValues(gradients.count(), gradients.shape(), ways);
    }

    /** Where points would be if each had followed its pull for some way. */
    static List<Picture> pulled(SampleValues points, SampleValues ways) {
        float most = ways.most();
        float[] moved = points.values().clone();
        for (int i = 0; most > 0 && i < moved.length; i++) {
            moved[i] += LONGEST_PULL / most * ways.values()[i];
        }
        Samples there = new SampleValues(points.count(), points.shape(), moved).samples();
        return List.of(Picture.of(there.pictures()));
    }

    private static List<Picture> each(int count, IntFunction<Picture> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
