package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

/** What stands at the start of an IDX file. */
final class IdxHeader {
    /** Unsigned bytes (8) in three dimensions. */
    static final int IMAGES_MAGIC = 0x0803;

    /** Unsigned bytes (8) in one dimension. */
    static final int LABELS_MAGIC = 0x0801;

    private IdxHeader() {}

    static String describe(long count, long height, long width) {
        return "%,d images of %d×%d".formatted(count, height, width);
    }

    /** How many images follow, and their shape. */
    record OfImages(int count, Shape.Image shape) {
        long bytes() {
            return count * shape.size();
        }

        @Override
        public String toString() {
            return describe(count, shape.height(), shape.width());
        }
    }
}
