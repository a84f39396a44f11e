package org.ganatelier.bench.libtorch;

import org.bytedeco.pytorch.Tensor;

import java.util.List;

/** One operation on a batch. */
interface Layer {
    /** What comes out: a tensor of its own, or the one that went in, changed in place. */
    Tensor forward(Tensor in);

    /** What an optimizer changes. */
    default List<Tensor> parameters() {
        return List.of();
    }
}
