package org.ganatelier.train;

/**
 * A curve thinned for drawing: neighbouring steps put together, with their extremes. Bucket i holds
 * the steps from {@code firstStep + i * width}, {@code width} of them, fewer in the last bucket.
 *
 * @param width steps in one bucket, a power of two
 * @param min the least value of each bucket, exactly; NaN in a bucket in which nothing was measured
 * @param max the greatest value of each bucket, exactly, or NaN
 * @param mean of each bucket, or NaN
 * @param count how many values each bucket holds
 */
public record Buckets(
        long firstStep, int width, float[] min, float[] max, float[] mean, int[] count) {
    /** How many buckets there are. */
    public int size() {
        return count.length;
    }
}
