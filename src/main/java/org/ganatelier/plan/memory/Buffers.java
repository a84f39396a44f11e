package org.ganatelier.plan.memory;

import org.ganatelier.plan.model.Count;

/** Adds up what a network's operations keep in their buffers, in their order. */
final class Buffers {
    private final boolean withGradients;
    private Bytes perSample = Bytes.NONE;
    private Bytes fixed = Bytes.NONE;

    // The tensor between the last operation and the next, of so many numbers a sample.
    private long open;
    private boolean valuesOutside;
    private boolean gradientsOutside;
    private boolean channelsFirst;
    private boolean channelsLast;

    /** Numbers of a sample that one operation after the other computes in. */
    private long workspace;

    Buffers(boolean withGradients) {
        this.withGradients = withGradients;
    }

    /**
     * What goes in.
     *
     * @param joined whether samples are also kept without their labels
     */
    void input(long size, boolean joined) {
        open = size;
        channelsFirst = true;
        addPerSample(joined ? size : 0, 0);
    }

    /**
     * The next operation.
     *
     * @param bends whether a penalty on gradients is computed
     * @param first whether nothing below it is trained
     */
    void add(Operation next, boolean bends, boolean first) {
        valuesOutside |= next.values();
        gradientsOutside |= next.gradients();
        channelsLast |= next.last();
        channelsFirst |= bends || !(next.last() || next.view());
        if (!next.view()) {
            close();
            open = next.out();
            valuesOutside = next.values();
            gradientsOutside = next.gradients();
            channelsLast = next.last();
            channelsFirst = !next.last();
        }
        addPerSample(
                Count.sum(next.kept(), next.twins(), bends ? next.bent() : 0),
                Count.sum(
                        next.twins(),
                        next.entering(),
                        withGradients ? next.leaving() : 0,
                        first ? next.scratch() : 0));
        workspace = Math.max(workspace, next.workspace());
        addFixed(next.fixed());
    }

    /** On the heap, whatever the batch. */
    void addFixed(long numbers) {
        fixed = fixed.plus(Bytes.ofNumbers(numbers, 0));
    }

    /** The tensor between two operations has all it will have. */
    private void close() {
        int kinds = withGradients ? 2 : 1;
        int orders = channelsFirst && channelsLast ? 2 : 1;
        int outside = (valuesOutside ? 1 : 0) + (withGradients && gradientsOutside ? 1 : 0);
        int last = channelsLast ? kinds : 0;
        addPerSample(Count.product(kinds, orders, open), Count.product(outside + last, open));
    }

    private void addPerSample(long onHeap, long outside) {
        perSample = perSample.plus(Bytes.ofNumbers(onHeap, outside));
    }

    /** There is no other operation. */
    void end() {
        channelsFirst = true;
        close();
        open = 0;
        addPerSample(0, workspace);
        workspace = 0;
    }

    /**
     * All together.
     *
     * @param batches of how many sizes there are buffers
     * @param samples in all of them
     */
    Bytes of(long batches, long samples) {
        return fixed.times(batches).plus(perSample.times(samples));
    }
}
