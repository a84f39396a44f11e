package org.ganatelier.plan.memory;

/**
 * One operation of a network as it is bound to a batch: what it keeps beside its output and the
 * gradient of that. Counts are of numbers of four bytes.
 *
 * @param out values of a sample that it gives
 * @param view whether the output is the input under another shape
 * @param values whether what goes in and comes out is also kept outside the heap
 * @param gradients whether their gradients are
 * @param last whether it may work on images with their channels last, in memory outside the heap
 * @param kept on the heap for each sample
 * @param bent on the heap for each sample, once a penalty on gradients is computed
 * @param twins for each sample, on the heap and outside
 * @param entering outside for each sample: the spectrum of what goes in
 * @param leaving that of the gradient of what comes out
 * @param workspace outside for each sample, the same for all operations
 * @param scratch outside for each sample, where only the weights' gradient is wanted
 * @param fixed on the heap, whatever the batch
 */
record Operation(
        long out,
        boolean view,
        boolean values,
        boolean gradients,
        boolean last,
        long kept,
        long bent,
        long twins,
        long entering,
        long leaving,
        long workspace,
        long scratch,
        long fixed) {
    /** One in a loop of Java that keeps nothing. */
    static Operation loop(long out) {
        return new Operation(out, false, false, false, false, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** A product of matrices, forwards and backwards. */
    static Operation product(long out) {
        return new Operation(out, false, true, true, false, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** A function by ND4J, whose gradient is a loop of Java. */
    static Operation function(long out) {
        return new Operation(out, false, true, false, false, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The input under another shape. */
    static Operation view(long out) {
        return new Operation(out, true, false, false, false, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** A convolution, forwards and backwards: by ND4J, or with channels last where oneDNN is. */
    static Operation convolution(long out) {
        return loop(out).channelsLast();
    }

    /** The same, possibly on images with their channels last. */
    Operation channelsLast() {
        return new Operation(
                out, view, values, gradients, true, kept, bent, twins, entering, leaving, workspace,
                scratch, fixed);
    }

    Operation keeping(long perSample) {
        return new Operation(
                out, view, values, gradients, last, perSample, bent, twins, entering, leaving,
                workspace, scratch, fixed);
    }

    Operation bending(long perSample) {
        return new Operation(
                out, view, values, gradients, last, kept, perSample, twins, entering, leaving,
                workspace, scratch, fixed);
    }

    Operation twinned(long perSample) {
        return new Operation(
                out, view, values, gradients, last, kept, bent, perSample, entering, leaving,
                workspace, scratch, fixed);
    }

    /**
     * Computed by spectra.
     *
     * @param in numbers of that of what goes in
     * @param back numbers of that of the gradient
     * @param between numbers of the workspace
     */
    Operation transformed(long in, long back, long between) {
        return new Operation(
                out, view, values, gradients, last, kept, bent, twins, in, back, between, scratch,
                fixed);
    }

    Operation scratching(long perSample) {
        return new Operation(
                out, view, values, gradients, last, kept, bent, twins, entering, leaving, workspace,
                perSample, fixed);
    }

    Operation fixed(long numbers) {
        return new Operation(
                out, view, values, gradients, last, kept, bent, twins, entering, leaving, workspace,
                scratch, numbers);
    }
}
