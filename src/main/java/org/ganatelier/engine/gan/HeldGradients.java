package org.ganatelier.engine.gan;

import org.ganatelier.engine.layers.Parameter;

import java.util.ArrayList;
import java.util.List;

/**
 * The sum of the gradients of several backward passes, each of which overwrites the last's. Its
 * buffers are made at first use.
 */
final class HeldGradients {
    private final List<Parameter> parameters;
    private final List<float[]> held = new ArrayList<>();

    HeldGradients(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Puts the newest gradients aside. */
    void hold() {
        if (held.isEmpty()) {
            parameters.forEach(p -> held.add(new float[p.value().size()]));
        }
        for (int i = 0; i < held.size(); i++) {
            System.arraycopy(
                    parameters.get(i).gradient().heap(), 0, held.get(i), 0, held.get(i).length);
        }
    }

    /** Adds the newest gradients to those put aside. */
    void add() {
        for (int i = 0; i < held.size(); i++) {
            add(parameters.get(i).gradient().heap(), held.get(i));
        }
    }

    /** Adds what was put aside to the newest gradients. */
    void addBack() {
        for (int i = 0; i < held.size(); i++) {
            add(held.get(i), parameters.get(i).gradient().heapToUpdate());
        }
    }

    /** Overwrites the newest gradients with those put aside. */
    void giveBack() {
        for (int i = 0; i < held.size(); i++) {
            System.arraycopy(
                    held.get(i),
                    0,
                    parameters.get(i).gradient().heapToWrite(),
                    0,
                    held.get(i).length);
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
