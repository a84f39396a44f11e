package org.ganatelier.plan.model;

/** How a number of a layer's output shape comes about: a formula with its numbers in it. */
public sealed interface SizeRule {
    /** What the formula gives. */
    long result();

    /** As many as go in. */
    record Kept(long in) implements SizeRule {
        @Override
        public long result() {
            return in;
        }
    }

    /** The layer says it itself. */
    record Given(long units) implements SizeRule {
        @Override
        public long result() {
            return units;
        }
    }

    /**
     * A window that is moved: floor((in + padding - reach) / stride) + 1.
     *
     * @param padding pixels on both sides together
     * @param reach pixels from the window's first one to its last, both included
     */
    record Window(long in, long padding, long reach, long stride) implements SizeRule {
        @Override
        public long result() {
            return Math.floorDiv(in + padding - reach, stride) + 1;
        }
    }

    /**
     * Windows that are painted side by side: (in - 1) * stride + kernel - cut.
     *
     * @param cut pixels that the padding takes away on both sides together; negative where it adds
     *     some
     */
    record Painted(long in, long stride, long kernel, long cut) implements SizeRule {
        @Override
        public long result() {
            return (in - 1) * stride + kernel - cut;
        }
    }

    /** Enlarged by a factor. */
    record Times(long in, long factor) implements SizeRule {
        @Override
        public long result() {
            return in * factor;
        }
    }

    /**
     * A border, or a cut one.
     *
     * @param before negative where it is cut off
     */
    record Bordered(long in, long before, long after) implements SizeRule {
        @Override
        public long result() {
            return in + before + after;
        }
    }

    /** All values of an image in one row. */
    record Flattened(long height, long width, long channels) implements SizeRule {
        @Override
        public long result() {
            return Count.product(height, width, channels);
        }
    }
}
