package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;

/** The fixed noise of the preview: previews differ only because the generator learned. */
public final class PreviewNoise {
    private PreviewNoise() {}

    /**
     * Noise for {@code count} images, count * latent size values drawn from N(0, 1); the same for
     * the same seed.
     */
    public static float[] of(Experiment experiment, int count) {
        var random = RandomStream.PREVIEW.draw(experiment.seed(), 0);
        var noise = new float[count * experiment.latentSize()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
