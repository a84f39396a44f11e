package org.ganatelier.exchange.keras;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Keras's layers in plain loops, as its documentation defines them; images are [n, h, w, c]. */
final class KerasMath {
    /** An array with its shape, the batch first. */
    record Tensor(int[] shape, double[] data) {
        static Tensor of(int... shape) {
            return new Tensor(shape, new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
        }

        int at(int n, int y, int x, int c) {
            return ((n * shape[1] + y) * shape[2] + x) * shape[3] + c;
        }

        Tensor map(DoubleUnaryOperator f) {
            return new Tensor(shape, Arrays.stream(data).map(f).toArray());
        }

        int last() {
            return shape[shape.length - 1];
        }
    }

    private KerasMath() {}

    static Tensor dense(Tensor x, Tensor kernel, double[] bias) {
        int out = kernel.shape()[1];
        Tensor y = Tensor.of(x.shape()[0], out);
        for (int n = 0; n < x.shape()[0]; n++) {
            for (int j = 0; j < out; j++) {
                double sum = bias.length == 0 ? 0 : bias[j];
                for (int i = 0; i < x.last(); i++) {
                    sum += x.data()[n * x.last() + i] * kernel.data()[i * out + j];
                }
                y.data()[n * out + j] = sum;
            }
        }
        return y;
    }

    /** Rows in front of an image of this side that "same" adds. */
    static int before(boolean same, int in, int window, int stride) {
        int out = (in + stride - 1) / stride;
        return same ? Math.max((out - 1) * stride + window - in, 0) / 2 : 0;
    }

    static int outSide(boolean same, int in, int window, int stride) {
        return same ? (in + stride - 1) / stride : (in - window) / stride + 1;
    }

    /**
     * @param kernel [k, k, in, out], or of a depthwise one [k, k, in, multiplier]
     */
    static Tensor conv(
            Tensor x, Tensor kernel, int stride, int dilation, boolean same, boolean depthwise) {
        int k = kernel.shape()[0];
        int reach = (k - 1) * dilation + 1;
        int in = x.shape()[3];
        int last = kernel.shape()[3];
        Tensor y =
                Tensor.of(
                        x.shape()[0],
                        outSide(same, x.shape()[1], reach, stride),
                        outSide(same, x.shape()[2], reach, stride),
                        depthwise ? in * last : last);
        int top = before(same, x.shape()[1], reach, stride);
        int left = before(same, x.shape()[2], reach, stride);
        for (int n = 0; n < y.shape()[0]; n++) {
            for (int oy = 0; oy < y.shape()[1]; oy++) {
                for (int ox = 0; ox < y.shape()[2]; ox++) {
                    for (int ky = 0; ky < k; ky++) {
                        int iy = oy * stride - top + ky * dilation;
                        for (int kx = 0; kx < k; kx++) {
                            int ix = ox * stride - left + kx * dilation;
                            if (iy < 0 || ix < 0 || iy >= x.shape()[1] || ix >= x.shape()[2]) {
                                continue;
                            }
                            for (int c = 0; c < in; c++) {
                                for (int f = 0; f < last; f++) {
                                    int to = y.at(n, oy, ox, depthwise ? c * last + f : f);
                                    y.data()[to] +=
                                            x.data()[x.at(n, iy, ix, c)]
                                                    * kernel.data()[
                                                            ((ky * k + kx) * in + c) * last + f];
                                }
                            }
                        }
                    }
                }
            }
        }
        return y;
    }

    /**
     * @param kernel [k, k, out, in]
     */
    static Tensor transposed(Tensor x, Tensor kernel, int stride, boolean same) {
        int k = kernel.shape()[0];
        int filters = kernel.shape()[2];
        int in = x.shape()[3];
        int crop = same ? Math.max(k - stride, 0) / 2 : 0;
        int more = same ? 0 : Math.max(k - stride, 0);
        Tensor y =
                Tensor.of(
                        x.shape()[0],
                        x.shape()[1] * stride + more,
                        x.shape()[2] * stride + more,
                        filters);
        for (int n = 0; n < x.shape()[0]; n++) {
            for (int iy = 0; iy < x.shape()[1]; iy++) {
                for (int ix = 0; ix < x.shape()[2]; ix++) {
                    for (int ky = 0; ky < k; ky++) {
                        for (int kx = 0; kx < k; kx++) {
                            int oy = iy * stride + ky - crop;
                            int ox = ix * stride + kx - crop;
                            if (oy < 0 || ox < 0 || oy >= y.shape()[1] || ox >= y.shape()[2]) {
                                continue;
                            }
                            for (int f = 0; f < filters; f++) {
                                for (int c = 0; c < in; c++) {
                                    y.data()[y.at(n, oy, ox, f)] +=
                                            x.data()[x.at(n, iy, ix, c)]
                                                    * kernel.data()[
                                                            ((ky * k + kx) * filters + f) * in + c];
                                }
                            }
                        }
                    }
                }
            }
        }
        return y;
    }

    static Tensor pool(Tensor x, int window, int stride, boolean same, boolean largest) {
        Tensor y =
                Tensor.of(
                        x.shape()[0],
                        outSide(same, x.shape()[1], window, stride),
                        outSide(same, x.shape()[2], window, stride),
                        x.shape()[3]);
        int top = before(same, x.shape()[1], window, stride);
        int left = before(same, x.shape()[2], window, stride);
        for (int n = 0; n < y.shape()[0]; n++) {
            for (int oy = 0; oy < y.shape()[1]; oy++) {
                for (int ox = 0; ox < y.shape()[2]; ox++) {
                    for (int c = 0; c < y.shape()[3]; c++) {
                        double best = Double.NEGATIVE_INFINITY;
                        double sum = 0;
                        int count = 0;
                        for (int iy = oy * stride - top; iy < oy * stride - top + window; iy++) {
                            for (int ix = ox * stride - left;
                                    ix < ox * stride - left + window;
                                    ix++) {
                                if (iy >= 0 && ix >= 0 && iy < x.shape()[1] && ix < x.shape()[2]) {
                                    double value = x.data()[x.at(n, iy, ix, c)];
                                    best = Math.max(best, value);
                                    sum += value;
                                    count++;
                                }
                            }
                        }
                        y.data()[y.at(n, oy, ox, c)] = largest ? best : sum / count;
                    }
                }
            }
        }
        return y;
    }

    /** Cuts rows and columns off, or adds zeros where the numbers are negative. */
    static Tensor cropped(Tensor x, int top, int bottom, int left, int right) {
        Tensor y =
                Tensor.of(
                        x.shape()[0],
                        x.shape()[1] - top - bottom,
                        x.shape()[2] - left - right,
                        x.shape()[3]);
        for (int n = 0; n < y.shape()[0]; n++) {
            for (int oy = 0; oy < y.shape()[1]; oy++) {
                for (int ox = 0; ox < y.shape()[2]; ox++) {
                    int iy = oy + top;
                    int ix = ox + left;
                    if (iy >= 0 && ix >= 0 && iy < x.shape()[1] && ix < x.shape()[2]) {
                        System.arraycopy(
                                x.data(),
                                x.at(n, iy, ix, 0),
                                y.data(),
                                y.at(n, oy, ox, 0),
                                x.shape()[3]);
                    }
                }
            }
        }
        return y;
    }

    static Tensor upsampled(Tensor x, int rows, int columns) {
        Tensor y =
                Tensor.of(x.shape()[0], x.shape()[1] * rows, x.shape()[2] * columns, x.shape()[3]);
        for (int n = 0; n < y.shape()[0]; n++) {
            for (int oy = 0; oy < y.shape()[1]; oy++) {
                for (int ox = 0; ox < y.shape()[2]; ox++) {
                    System.arraycopy(
                            x.data(),
                            x.at(n, oy / rows, ox / columns, 0),
                            y.data(),
                            y.at(n, oy, ox, 0),
                            x.shape()[3]);
                }
            }
        }
        return y;
    }

    /** numpy.transpose. */
    static Tensor transposedAxes(Tensor x, int... axes) {
        int rank = axes.length;
        var shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = x.shape()[axes[i]];
        }
        Tensor y = Tensor.of(shape);
        var index = new int[rank];
        for (int i = 0; i < y.data().length; i++) {
            int rest = i;
            for (int a = rank - 1; a >= 0; a--) {
                index[axes[a]] = rest % shape[a];
                rest /= shape[a];
            }
            int from = 0;
            for (int a = 0; a < rank; a++) {
                from = from * x.shape()[a] + index[a];
            }
            y.data()[i] = x.data()[from];
        }
        return y;
    }

    /** Over all values of each sample. */
    static Tensor layerNorm(Tensor x, double[] gamma, double[] beta, double epsilon) {
        Tensor y = Tensor.of(x.shape());
        int size = x.data().length / x.shape()[0];
        for (int n = 0; n < x.shape()[0]; n++) {
            double mean = Arrays.stream(x.data(), n * size, (n + 1) * size).average().orElseThrow();
            double variance =
                    Arrays.stream(x.data(), n * size, (n + 1) * size)
                            .map(v -> (v - mean) * (v - mean))
                            .average()
                            .orElseThrow();
            for (int i = n * size; i < (n + 1) * size; i++) {
                int c = i % gamma.length;
                y.data()[i] =
                        (x.data()[i] - mean) / Math.sqrt(variance + epsilon) * gamma[c] + beta[c];
            }
        }
        return y;
    }
}
