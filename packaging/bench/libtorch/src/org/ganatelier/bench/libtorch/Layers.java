package org.ganatelier.bench.libtorch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

import java.util.List;
import java.util.stream.Stream;

/**
 * PyTorch's layers.
 *
 * @param glorot whether the first weights are Glorot's with biases of 0, as this program's are,
 *     instead of those that PyTorch's Python modules draw
 */
record Layers(Layout layout, boolean glorot) {
    private static final double BATCH_NORM_MOMENTUM = 0.1;
    private static final double BATCH_NORM_EPSILON = 1e-5;
    private static final long[] ONE = {1, 1};

    Layer linear(long in, long out, boolean biased) {
        Tensor weight = weight(in, out, out, in);
        Tensor bias = biased ? bias(in, out) : null;
        var optional = optional(bias);
        return of(x -> torch.linear(x, weight, optional), weight, bias);
    }

    Layer convolution(int in, int out, int kernel, int stride, int padding, boolean biased) {
        long taps = (long) kernel * kernel;
        Tensor weight = layout.of(weight(in * taps, out * taps, out, in, kernel, kernel));
        Tensor bias = biased ? bias(in * taps, out) : null;
        var optional = optional(bias);
        long[] strides = {stride, stride};
        long[] paddings = {padding, padding};
        return of(x -> torch.conv2d(x, weight, optional, strides, paddings, ONE, 1), weight, bias);
    }

    /** A transposed convolution; {@code more} rows and columns are added to what it makes. */
    Layer up(int in, int out, int kernel, int stride, int padding, int more, boolean biased) {
        long taps = (long) kernel * kernel;
        // PyTorch takes the fans of the convolution that this is the transpose of.
        Tensor weight = layout.of(weight(out * taps, in * taps, in, out, kernel, kernel));
        Tensor bias = biased ? bias(out * taps, out) : null;
        var optional = optional(bias);
        long[] strides = {stride, stride};
        long[] paddings = {padding, padding};
        long[] added = {more, more};
        return of(
                x -> torch.conv_transpose2d(x, weight, optional, strides, paddings, added, 1, ONE),
                weight,
                bias);
    }

    Layer batchNorm(long features) {
        Tensor scale = torch.ones(features);
        Tensor shift = torch.zeros(features);
        var mean = optional(torch.zeros(features));
        var variance = optional(torch.ones(features));
        var scales = optional(scale);
        var shifts = optional(shift);
        return of(
                x ->
                        torch.batch_norm(
                                x,
                                scales,
                                shifts,
                                mean,
                                variance,
                                true,
                                BATCH_NORM_MOMENTUM,
                                BATCH_NORM_EPSILON,
                                false),
                scale,
                shift);
    }

    Layer relu() {
        return inPlace(torch::relu_);
    }

    Layer leakyRelu(double slope) {
        var scalar = new Scalar(slope);
        return inPlace(x -> torch.leaky_relu_(x, scalar));
    }

    Layer tanh() {
        return inPlace(torch::tanh_);
    }

    Layer dropout(double rate) {
        return of(x -> torch.dropout(x, rate, true));
    }

    Layer flatten() {
        return of(x -> torch.flatten(x, 1, -1));
    }

    /** Each row as an image. */
    Layer image(int channels, int side) {
        return of(x -> layout.of(x.reshape(-1, channels, side, side)));
    }

    private static TensorOptional optional(Tensor tensor) {
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
    }

    private Tensor weight(long fanIn, long fanOut, long... shape) {
        double bound = glorot ? Math.sqrt(6.0 / (fanIn + fanOut)) : 1 / Math.sqrt(fanIn);
        return uniform(bound, shape);
    }

    private Tensor bias(long fanIn, long count) {
        return glorot ? torch.zeros(count) : uniform(1 / Math.sqrt(fanIn), count);
    }

    private static Tensor uniform(double bound, long... shape) {
        return torch.rand(shape).mul_(new Scalar(2 * bound)).sub_(new Scalar(bound));
    }

    private static Layer of(Layer forward, Tensor... parameters) {
        List<Tensor> present = Stream.of(parameters).filter(p -> p != null).toList();
        return new Layer() {
            @Override
            public Tensor forward(Tensor in) {
                return forward.forward(in);
            }

            @Override
            public List<Tensor> parameters() {
                return present;
            }
        };
    }

    private static Layer inPlace(Layer change) {
        return x -> {
            change.forward(x);
            return x;
        };
    }
}
