package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

/** What stands at the start of an IDX file. */
final class IdxHeader {
    /** Unsigned bytes (8) in three dimensions. */
    static final int IMAGES_MAGIC = 0x0803;

    /** Unsigned bytes (8) in one dimension. */
    private static final int LABELS_MAGIC = 0x0801;

    private IdxHeader() {}

    /** What a file of a kind begins with. */
    static int magic(DataProblem.Kind kind) {
        return switch (kind) {
            case IMAGES -> IMAGES_MAGIC;
            case LABELS -> LABELS_MAGIC;
        };
    }

    /** How many images follow, and their shape. */
    record OfImages(int count, Shape.Image shape) {
        long bytes() {
            return count * shape.size();
        }

        DataProblem.Content content() {
            return new DataProblem.Content.OfImages(count, shape.height(), shape.width());
        }
    }
}
