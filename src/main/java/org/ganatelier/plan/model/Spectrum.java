package org.ganatelier.plan.model;

/**
 * Of what size a correlation is as a product of spectra. A stride is taken apart: the large image
 * becomes as many smaller ones, its phases, over each of which a part of the kernel moves by 1. A
 * discrete Fourier transform of each, just large enough that what wraps around is not wanted, turns
 * the correlation into products at each frequency, which add up over channels and phases. A complex
 * product takes three real ones (Gauss), so everything between the transforms is products of real
 * matrices.
 *
 * @param largeChannels of the image on the larger side
 * @param smallChannels of the other one
 */
public record Spectrum(Axis rows, Axis columns, int largeChannels, int smallChannels) {
    private static final int REAL_PRODUCTS = 3;

    /** With fewer channels the transforms take longer than they save. */
    private static final int FEWEST_CHANNELS = 64;

    /** So many times fewer multiplications make up for what the spectra take to move. */
    private static final double WORTH = 1.6;

    /** In float32 32 MB: a run has a few copies. */
    private static final int MOST_WEIGHTS = 1 << 23;

    /** With more the matrices of the transforms would be large. */
    private static final int MOST_PRODUCTS = 1024;

    /** Whether a correlation is faster this way. */
    public boolean pays() {
        return isPossible() && isWorthIt();
    }

    private boolean isPossible() {
        return parts(rows) && parts(columns);
    }

    private static boolean parts(Axis axis) {
        return axis.dilation() == 1
                && axis.weights() >= axis.stride()
                && axis.large() % axis.stride() == 0;
    }

    private boolean isWorthIt() {
        if (Math.min(largeChannels, smallChannels) < FEWEST_CHANNELS
                || products() > MOST_PRODUCTS
                || weightNumbers() > MOST_WEIGHTS) {
            return false;
        }
        double pairs = (double) largeChannels * smallChannels;
        double direct = pairs * met(rows) * met(columns);
        double between = products() * (double) phases() * pairs;
        double transforms =
                (double) products()
                        * ((double) phases() * phasePixels() * largeChannels
                                + (double) smallPixels() * smallChannels);
        return direct > WORTH * (between + transforms);
    }

    /** How often a weight meets a pixel of the large image, padding left out. */
    private static int met(Axis axis) {
        int sum = 0;
        for (int i = 0; i < axis.small(); i++) {
            for (int weight = 0; weight < axis.weights(); weight++) {
                int pixel = i * axis.stride() + weight - axis.before();
                sum += pixel >= 0 && pixel < axis.large() ? 1 : 0;
            }
        }
        return sum;
    }

    /** Frequencies along an axis. */
    public static int length(Axis axis) {
        int first = Math.floorDiv(-axis.before(), axis.stride());
        int last = Math.floorDiv(axis.weights() - 1 - axis.before(), axis.stride());
        return Math.max(
                axis.small() + Math.max(last, 0),
                axis.large() / axis.stride() - Math.min(first, 0));
    }

    /** Real products for each pair of channels in each phase. */
    public int products() {
        int height = length(rows);
        int width = length(columns);
        // Frequencies that are their own mirror images have real spectra.
        int real = (height % 2 == 0 ? 2 : 1) * (width % 2 == 0 ? 2 : 1);
        return real + REAL_PRODUCTS * ((height * width - real) / 2);
    }

    /** Numbers of the spectrum of all weights. */
    public long weightNumbers() {
        return Count.product(products(), phases(), largeChannels, smallChannels);
    }

    /** Of the stride. */
    public int phases() {
        return rows.stride() * columns.stride();
    }

    /** Of the large image in each phase. */
    public int phasePixels() {
        return rows.large() / rows.stride() * (columns.large() / columns.stride());
    }

    public int smallPixels() {
        return rows.small() * columns.small();
    }

    /** Weights of a pair of channels. */
    public int taps() {
        return rows.weights() * columns.weights();
    }
}
