package org.ganatelier.ui.images;

import org.ganatelier.data.Images;
import org.ganatelier.session.Seen;

import java.util.Arrays;

/**
 * The gradient of D's logit by the pixels as a picture: what D would change. All images share one
 * scale, so that those where D hardly cares are seen as such.
 */
final class HeatMap {
    /** This share of the pixels lies within the scale: a few outliers shall not make all pale. */
    private static final double WITHIN = 0.99;

    /** Enough values to know the scale by. */
    private static final int SAMPLE = 8192;

    private HeatMap() {}

    /**
     * The heat of each pixel of each image, mostly between -1 (D wants it darker) and 1 (brighter):
     * the mean of its channels.
     *
     * @param seen images, with gradients
     */
    static float[] of(Seen seen) {
        var shape = Images.require(seen.samples()).shape();
        int pixels = shape.height() * shape.width();
        var heat = new float[seen.samples().count() * pixels];
        for (int i = 0; i < heat.length; i++) {
            int first = i / pixels * pixels * shape.channels() + i % pixels;
            for (int channel = 0; channel < shape.channels(); channel++) {
                heat[i] += seen.gradients()[first + channel * pixels] / shape.channels();
            }
        }
        return scaled(heat);
    }

    private static float[] scaled(float[] heat) {
        int step = Math.max(1, heat.length / SAMPLE);
        var sample = new float[heat.length / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = Math.abs(heat[i * step]);
        }
        Arrays.sort(sample);
        float largest = sample[(int) (WITHIN * (sample.length - 1))];
        if (largest > 0 && Float.isFinite(largest)) {
            for (int i = 0; i < heat.length; i++) {
                heat[i] /= largest;
            }
        }
        return heat;
    }
}
