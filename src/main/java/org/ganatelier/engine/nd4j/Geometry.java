package org.ganatelier.engine.nd4j;

/**
 * What a batch of images is made of.
 *
 * @param area pixels of an image
 */
record Geometry(int batch, int channels, int area) {
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
            for (int row = 0; row < rows; row++) {
                int source = start + row * columns;
                for (int column = 0; column < columns; column++) {
                    to[start + column * rows + row] = from[source + column];
                }
            }
        }
    }
}
