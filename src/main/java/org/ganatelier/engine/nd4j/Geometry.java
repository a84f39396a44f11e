package org.ganatelier.engine.nd4j;

/**
 * What a batch of images is made of.
 *
 * @param area pixels of an image
 */
record Geometry(int batch, int channels, int area) {
    /** Numbers in a line of memory. */
    private static final int BLOCK = 16;

    /** Whether both orders are the same. */
    boolean isTrivial() {
        return channels == 1 || area == 1;
    }

    /** Puts channels last. */
    void toLast(float[] first, float[] last) {
        transpose(first, last, channels, area);
    }

    /** Puts channels first. */
    void toFirst(float[] last, float[] first) {
        transpose(last, first, area, channels);
    }

    /** Turns the rows of each sample into columns. */
    private void transpose(float[] from, float[] to, int rows, int columns) {
        int sample = rows * columns;
        for (int start = 0; start < batch * sample; start += sample) {
            for (int first = 0; first < columns; first += BLOCK) {
                int end = Math.min(first + BLOCK, columns);
                transpose(from, to, start, rows, columns, first, end);
            }
        }
    }

    /** Some columns of a sample, so few that the lines of memory that they go to stay at hand. */
    private static void transpose(
            float[] from, float[] to, int start, int rows, int columns, int first, int end) {
        for (int row = 0; row < rows; row++) {
            int source = start + row * columns;
            int target = start + row;
            for (int column = first; column < end; column++) {
                to[target + column * rows] = from[source + column];
            }
        }
    }
}
