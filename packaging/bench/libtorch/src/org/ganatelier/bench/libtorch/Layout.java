package org.ganatelier.bench.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** How images and kernels lie in memory. */
enum Layout {
    NCHW,
    NHWC;

    /** The tensor in this layout: itself where it already is. */
    Tensor of(Tensor tensor) {
        return this == NCHW ? tensor : tensor.contiguous(torch.MemoryFormat.ChannelsLast);
    }
}
