package org.ganatelier.plan;

import org.ganatelier.spec.LayerSpec;

import java.util.List;

/**
 * A layer judged by itself and by what comes in.
 *
 * @param out what it gives or, where it is broken, was meant to give
 * @param faults what is wrong with it
 */
record Step(LayerSpec layer, Form in, Form out, long parameters, List<Fault> faults) {
    /** For the window. */
    LayerPlan plan() {
        return new LayerPlan(layer, in.known(), out.known(), parameters);
    }
}
