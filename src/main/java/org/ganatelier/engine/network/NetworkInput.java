package org.ganatelier.engine.network;

import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.plan.model.LabelUse;

import java.util.Arrays;

/**
 * The way into a network for one batch size: samples go in without their labels, which are put
 * where the network wants them. Where it wants none, nothing is copied.
 */
public final class NetworkInput {
    private final Tensor input;
    private final Tensor gradient;

    /** Values of a sample, with and without a label that is joined to it. */
    private final int whole;

    private final int own;

    /** Of each sample; empty where the network is told none. */
    private final byte[] labels;

    /** Samples without the labels that are joined to them; empty where none are. */
    private final float[] samples;

    /**
     * @param own values of a sample without its label
     */
    NetworkInput(Tensor input, Tensor gradient, int own, LabelUse use) {
        this.input = input;
        this.gradient = gradient;
        this.own = own;
        whole = input.size() / input.batch();
        labels = new byte[use.classes() == 0 ? 0 : input.batch()];
        samples = new float[whole == own ? 0 : input.batch() * own];
    }

    /** The samples, one after the other, to change or to overwrite before {@link #enter}. */
    public float[] samples() {
        if (samples.length > 0) {
            return samples;
        }
        return input.heapToUpdate();
    }

    /** The class of each sample as it was last told: the array itself. */
    byte[] labels() {
        return labels;
    }

    /** Tells the classes of some samples; a network that is told none passes them over. */
    public void tell(byte[] classes, int first) {
        if (labels.length > 0) {
            System.arraycopy(classes, 0, labels, first, classes.length);
        }
    }

    /** Joins the labels to the samples. */
    public void enter() {
        if (samples.length == 0) {
            return;
        }
        float[] values = input.heapToWrite();
        // One value for each class, or a plane of them.
        int area = own == whole ? 0 : areaOfPlane();
        for (int i = 0; i < labels.length; i++) {
            int begin = i * whole;
            System.arraycopy(samples, i * own, values, begin, own);
            Arrays.fill(values, begin + own, begin + whole, 0);
            int plane = begin + own + Byte.toUnsignedInt(labels[i]) * area;
            Arrays.fill(values, plane, plane + area, 1);
        }
    }

    private int areaOfPlane() {
        long[] shape = input.shape();
        return shape.length == 2 ? 1 : Math.toIntExact(shape[2] * shape[3]);
    }

    /** Overwrites a tensor with the gradients of the samples without their labels. */
    public void writeGradient(Tensor target) {
        if (samples.length == 0) {
            target.set(gradient);
        } else {
            gradients(0, target.heapToWrite());
        }
    }

    /** The same of as many samples as the target holds, from {@code first} on. */
    public void writeGradient(int first, Tensor target) {
        gradients(first, target.heapToWrite());
    }

    /** The gradients of the samples without their labels, copied. */
    public float[] gradients() {
        var copy = new float[input.batch() * own];
        gradients(0, copy);
        return copy;
    }

    private void gradients(int first, float[] target) {
        float[] values = gradient.heap();
        if (own == whole) {
            System.arraycopy(values, first * own, target, 0, target.length);
            return;
        }
        for (int i = 0; i < target.length / own; i++) {
            System.arraycopy(values, (first + i) * whole, target, i * own, own);
        }
    }
}
