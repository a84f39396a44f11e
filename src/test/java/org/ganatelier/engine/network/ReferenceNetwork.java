package org.ganatelier.engine.network;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;

import java.util.Arrays;
import java.util.Map;

/**
 * Forward passes in float64, as directly as the layers are defined and as slowly: what the engine
 * is compared with. Batch statistics as in training, or running ones as afterwards; no layers that
 * draw random numbers.
 */
public final class ReferenceNetwork {
    private static final double[] ABSENT = {};

    private final NetworkPlan plan;
    private final boolean running;

    public ReferenceNetwork(NetworkPlan plan) {
        this(plan, false);
    }

    private ReferenceNetwork(NetworkPlan plan, boolean running) {
        this.plan = plan;
        this.running = running;
    }

    /** A network in its inference mode: with running statistics. */
    public static ReferenceNetwork inferring(NetworkPlan plan) {
        return new ReferenceNetwork(plan, true);
    }

    /** The output of a batch; parameters are named as in {@link Network#parameters}. */
    public double[] forward(Map<String, double[]> parameters, double[] input, int batch) {
        double[] values = input;
        for (int i = 0; i < plan.layers().size(); i++) {
            values = layer(plan.layers().get(i), i + ".", parameters, values, batch);
        }
        return values;
    }

    private double[] layer(
            LayerPlan plan, String prefix, Map<String, double[]> p, double[] x, int batch) {
        Shape in = plan.input().orElseThrow();
        Shape out = plan.output().orElseThrow();
        return switch (plan.layer()) {
            case Dense d ->
                    activate(
                            d.activation(),
                            dense(
                                    x,
                                    batch,
                                    d.units(),
                                    weights(d, d.spectralNorm(), prefix, p),
                                    p.getOrDefault(prefix + "bias", ABSENT)));
            case Conv2D c ->
                    activate(
                            c.activation(),
                            correlate(
                                    x,
                                    batch,
                                    (Shape.Image) in,
                                    (Shape.Image) out,
                                    c.kernel(),
                                    c.stride(),
                                    c.dilation(),
                                    c.padding(),
                                    weights(c, c.spectralNorm(), prefix, p),
                                    p.getOrDefault(prefix + "bias", ABSENT)));
            case Conv2DTranspose c ->
                    activate(
                            c.activation(),
                            scatter(
                                    x,
                                    batch,
                                    (Shape.Image) in,
                                    (Shape.Image) out,
                                    c.kernel(),
                                    c.stride(),
                                    c.padding(),
                                    c.outputPadding(),
                                    weights(c, c.spectralNorm(), prefix, p),
                                    p.getOrDefault(prefix + "bias", ABSENT)));
            case DepthwiseConv2D c ->
                    activate(
                            c.activation(),
                            depthwise(
                                    x,
                                    batch,
                                    (Shape.Image) in,
                                    (Shape.Image) out,
                                    c.window(),
                                    p.getOrDefault(prefix + "depthwise_kernel", ABSENT),
                                    p.getOrDefault(prefix + "bias", ABSENT)));
            case SeparableConv2D c -> {
                var from = (Shape.Image) in;
                var to = (Shape.Image) out;
                var between =
                        new Shape.Image(
                                to.height(), to.width(), from.channels() * c.depthMultiplier());
                double[] kernels = p.getOrDefault(prefix + "depthwise_kernel", ABSENT);
                yield activate(
                        c.activation(),
                        correlate(
                                depthwise(x, batch, from, between, c.window(), kernels, ABSENT),
                                batch,
                                between,
                                to,
                                1,
                                1,
                                1,
                                Padding.VALID,
                                p.getOrDefault(prefix + "pointwise_kernel", ABSENT),
                                p.getOrDefault(prefix + "bias", ABSENT)));
            }
            case UpSampling2D(int size) -> upsample(x, batch, (Shape.Image) in, size);
            case PixelShuffle(int factor) ->
                    shuffle(x, batch, (Shape.Image) in, (Shape.Image) out, factor);
            case MinibatchStdDev(int groupSize) -> withDeviation(x, batch, in, groupSize);
            case BatchNorm n -> {
                double[] gamma = p.getOrDefault(prefix + "gamma", ABSENT);
                double[] beta = p.getOrDefault(prefix + "beta", ABSENT);
                yield activate(
                        n.activation(),
                        running
                                ? normalized(
                                        x,
                                        batch,
                                        p.getOrDefault(prefix + "mean", ABSENT),
                                        p.getOrDefault(prefix + "variance", ABSENT),
                                        n.epsilon(),
                                        gamma,
                                        beta)
                                : batchNorm(x, batch, channels(in), n.epsilon(), gamma, beta));
            }
            case LayerNorm n ->
                    activate(
                            n.activation(),
                            layerNorm(
                                    x,
                                    batch,
                                    channels(in),
                                    n.epsilon(),
                                    p.getOrDefault(prefix + "gamma", ABSENT),
                                    p.getOrDefault(prefix + "beta", ABSENT)));
            case Activate(Activation a) -> activate(a, x);
            case Reshape reshape -> x;
            case Flatten flatten -> x;
            case MaxPool m ->
                    pool(
                            x,
                            batch,
                            (Shape.Image) in,
                            (Shape.Image) out,
                            m.pool(),
                            m.stride(),
                            m.padding(),
                            true);
            case AveragePool m ->
                    pool(
                            x,
                            batch,
                            (Shape.Image) in,
                            (Shape.Image) out,
                            m.pool(),
                            m.stride(),
                            m.padding(),
                            false);
            case ZeroPadding2D z ->
                    bordered(x, batch, (Shape.Image) in, (Shape.Image) out, z.top(), z.left());
            case Cropping2D crop ->
                    bordered(
                            x,
                            batch,
                            (Shape.Image) in,
                            (Shape.Image) out,
                            -crop.top(),
                            -crop.left());
            case PReLU _ -> bent(x, batch, channels(in), p.getOrDefault(prefix + "slope", ABSENT));
            case GlobalMaxPool _ -> globalMax(x, batch, (Shape.Image) in);
            case GlobalAveragePool g -> globalAverage(x, batch, (Shape.Image) in);
            case Dropout d -> throw new IllegalArgumentException("random: " + d);
            case GaussianNoise g -> throw new IllegalArgumentException("random: " + g);
        };
    }

    /**
     * Holds the singular vectors of all normalized weights at those of one power iteration from the
     * layer's u, under the names "left" and "right": in the gradient they count as constants
     * (Miyato et al. 2018), so a weight that is moved must not move them.
     */
    public void holdSingularVectors(Map<String, double[]> parameters) {
        for (int i = 0; i < plan.layers().size(); i++) {
            double[] u = parameters.get(i + ".u");
            if (u != null) {
                double[][] matrix =
                        matrix(
                                plan.layers().get(i).layer(),
                                u.length,
                                parameters.getOrDefault(i + ".weight", ABSENT));
                double[] right = unit(product(transposed(matrix), u));
                parameters.put(i + ".right", right);
                parameters.put(i + ".left", unit(product(matrix, right)));
            }
        }
    }

    /** The weights that a layer works with. */
    private static double[] weights(
            LayerSpec layer, boolean spectralNorm, String prefix, Map<String, double[]> p) {
        double[] weights = p.getOrDefault(prefix + "weight", ABSENT);
        if (!spectralNorm) {
            return weights;
        }
        double[] left = p.getOrDefault(prefix + "left", ABSENT);
        double[] right = p.getOrDefault(prefix + "right", ABSENT);
        double[] image = product(matrix(layer, left.length, weights), right);
        double sigma = 0;
        for (int o = 0; o < left.length; o++) {
            sigma += left[o] * image[o];
        }
        var divided = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            divided[i] = weights[i] / sigma;
        }
        return divided;
    }

    /** The weights as PyTorch's spectral_norm sees them: a row for each output. */
    static double[][] matrix(LayerSpec layer, int outputs, double[] weights) {
        // Weights lie as [in, out] of a dense layer, [out, in and kernel] of a convolution, and
        // [in, out, kernel] of a transposed one.
        int kernel =
                switch (layer) {
                    case Conv2D _ -> weights.length / outputs;
                    case Conv2DTranspose c -> c.kernel() * c.kernel();
                    default -> 1;
                };
        int inputs = weights.length / outputs / kernel;
        var matrix = new double[outputs][inputs * kernel];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                System.arraycopy(
                        weights, (i * outputs + o) * kernel, matrix[o], i * kernel, kernel);
            }
        }
        return matrix;
    }

    private static double[][] transposed(double[][] matrix) {
        var turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        var product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[] unit(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        var unit = new double[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / Math.sqrt(squares);
        }
        return unit;
    }

    private static int channels(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> units;
            case Shape.Image image -> image.channels();
        };
    }

    /** The padding in front of the larger image. */
    private static int before(int large, int small, int kernel, int stride, Padding padding) {
        return switch (padding) {
            case Padding.Same _ -> Math.max((small - 1) * stride + kernel - large, 0) / 2;
            case Padding.Valid _ -> 0;
            case Padding.Explicit(int pixels) -> pixels;
        };
    }

    private static double[] dense(double[] x, int batch, int units, double[] w, double[] b) {
        int inputs = x.length / batch;
        var y = new double[batch * units];
        for (int n = 0; n < batch; n++) {
            for (int u = 0; u < units; u++) {
                double sum = b.length == 0 ? 0 : b[u];
                for (int i = 0; i < inputs; i++) {
                    sum += x[n * inputs + i] * w[i * units + u];
                }
                y[n * units + u] = sum;
            }
        }
        return y;
    }

    private static double[] correlate(
            double[] x,
            int batch,
            Shape.Image in,
            Shape.Image out,
            int kernel,
            int stride,
            int dilation,
            Padding padding,
            double[] w,
            double[] b) {
        var y = new double[(int) (batch * out.size())];
        int reach = 1 + dilation * (kernel - 1);
        int top = before(in.height(), out.height(), reach, stride, padding);
        int left = before(in.width(), out.width(), reach, stride, padding);
        for (int n = 0; n < batch; n++) {
            for (int o = 0; o < out.channels(); o++) {
                for (int r = 0; r < out.height(); r++) {
                    for (int c = 0; c < out.width(); c++) {
                        double sum = b.length == 0 ? 0 : b[o];
                        for (int i = 0; i < in.channels(); i++) {
                            for (int kr = 0; kr < kernel; kr++) {
                                for (int kc = 0; kc < kernel; kc++) {
                                    int row = r * stride + kr * dilation - top;
                                    int column = c * stride + kc * dilation - left;
                                    if (row >= 0
                                            && row < in.height()
                                            && column >= 0
                                            && column < in.width()) {
                                        sum +=
                                                x[at(in, n, i, row, column)]
                                                        * w[
                                                                ((o * in.channels() + i) * kernel
                                                                                        + kr)
                                                                                * kernel
                                                                        + kc];
                                    }
                                }
                            }
                        }
                        y[at(out, n, o, r, c)] = sum;
                    }
                }
            }
        }
        return y;
    }

    private static double[] depthwise(
            double[] x,
            int batch,
            Shape.Image in,
            Shape.Image out,
            Window window,
            double[] w,
            double[] b) {
        var y = new double[(int) (batch * out.size())];
        int kernel = window.size();
        int stride = window.stride();
        int top = before(in.height(), out.height(), kernel, stride, window.padding());
        int left = before(in.width(), out.width(), kernel, stride, window.padding());
        int multiplier = out.channels() / in.channels();
        for (int i = 0; i < y.length; i++) {
            int c = i % out.width();
            int r = i / out.width() % out.height();
            int o = i / out.width() / out.height() % out.channels();
            int n = i / out.width() / out.height() / out.channels();
            y[i] = b.length == 0 ? 0 : b[o];
            for (int tap = 0; tap < kernel * kernel; tap++) {
                int row = r * stride + tap / kernel - top;
                int column = c * stride + tap % kernel - left;
                if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                    y[i] +=
                            x[at(in, n, o / multiplier, row, column)]
                                    * w[o * kernel * kernel + tap];
                }
            }
        }
        return y;
    }

    private static double[] scatter(
            double[] x,
            int batch,
            Shape.Image in,
            Shape.Image out,
            int kernel,
            int stride,
            Padding padding,
            int more,
            double[] w,
            double[] b) {
        var y = new double[(int) (batch * out.size())];
        int top = before(out.height() - more, in.height(), kernel, stride, padding);
        int left = before(out.width() - more, in.width(), kernel, stride, padding);
        for (int n = 0; n < batch; n++) {
            for (int o = 0; o < out.channels(); o++) {
                for (int r = 0; b.length > 0 && r < out.height() * out.width(); r++) {
                    y[at(out, n, o, 0, 0) + r] = b[o];
                }
                for (int i = 0; i < in.channels(); i++) {
                    for (int r = 0; r < in.height(); r++) {
                        for (int c = 0; c < in.width(); c++) {
                            for (int kr = 0; kr < kernel; kr++) {
                                for (int kc = 0; kc < kernel; kc++) {
                                    int row = r * stride + kr - top;
                                    int column = c * stride + kc - left;
                                    if (row >= 0
                                            && row < out.height()
                                            && column >= 0
                                            && column < out.width()) {
                                        y[at(out, n, o, row, column)] +=
                                                x[at(in, n, i, r, c)]
                                                        * w[
                                                                ((i * out.channels() + o) * kernel
                                                                                        + kr)
                                                                                * kernel
                                                                        + kc];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return y;
    }

    private static double[] upsample(double[] x, int batch, Shape.Image in, int factor) {
        var out = new Shape.Image(in.height() * factor, in.width() * factor, in.channels());
        var y = new double[(int) (batch * out.size())];
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < in.channels(); k++) {
                for (int r = 0; r < out.height(); r++) {
                    for (int c = 0; c < out.width(); c++) {
                        y[at(out, n, k, r, c)] = x[at(in, n, k, r / factor, c / factor)];
                    }
                }
            }
        }
        return y;
    }

    private static double[] shuffle(
            double[] x, int batch, Shape.Image in, Shape.Image out, int factor) {
        var y = new double[(int) (batch * out.size())];
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < out.channels(); k++) {
                for (int r = 0; r < out.height(); r++) {
                    for (int c = 0; c < out.width(); c++) {
                        int from = (k * factor + r % factor) * factor + c % factor;
                        y[at(out, n, k, r, c)] = x[at(in, n, from, r / factor, c / factor)];
                    }
                }
            }
        }
        return y;
    }

    private static double[] withDeviation(double[] x, int batch, Shape in, int groupSize) {
        int sample = (int) in.size();
        int area = sample / channels(in);
        int groups = Math.max(1, batch / groupSize);
        var y = new double[batch * (sample + area)];
        for (int n = 0; n < batch; n++) {
            System.arraycopy(x, n * sample, y, n * (sample + area), sample);
            double sum = 0;
            for (int j = 0; j < sample; j++) {
                double mean = 0;
                double square = 0;
                int size = 0;
                for (int other = n % groups; other < batch; other += groups) {
                    mean += x[other * sample + j];
                    square += Math.pow(x[other * sample + j], 2);
                    size++;
                }
                mean /= size;
                sum += Math.sqrt(square / size - mean * mean + 1e-8);
            }
            for (int pixel = 0; pixel < area; pixel++) {
                y[n * (sample + area) + sample + pixel] = sum / sample;
            }
        }
        return y;
    }

    /** By statistics that are given. */
    private static double[] normalized(
            double[] x,
            int batch,
            double[] mean,
            double[] variance,
            double epsilon,
            double[] gamma,
            double[] beta) {
        int area = x.length / batch / mean.length;
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int k = i / area % mean.length;
            y[i] = gamma[k] * (x[i] - mean[k]) / Math.sqrt(variance[k] + epsilon) + beta[k];
        }
        return y;
    }

    private static double[] batchNorm(
            double[] x, int batch, int channels, double epsilon, double[] gamma, double[] beta) {
        int area = x.length / batch / channels;
        var y = new double[x.length];
        for (int k = 0; k < channels; k++) {
            double mean = 0;
            for (int n = 0; n < batch; n++) {
                for (int j = 0; j < area; j++) {
                    mean += x[(n * channels + k) * area + j] / (batch * area);
                }
            }
            double variance = 0;
            for (int n = 0; n < batch; n++) {
                for (int j = 0; j < area; j++) {
                    variance +=
                            Math.pow(x[(n * channels + k) * area + j] - mean, 2) / (batch * area);
                }
            }
            for (int n = 0; n < batch; n++) {
                for (int j = 0; j < area; j++) {
                    int i = (n * channels + k) * area + j;
                    y[i] = gamma[k] * (x[i] - mean) / Math.sqrt(variance + epsilon) + beta[k];
                }
            }
        }
        return y;
    }

    private static double[] layerNorm(
            double[] x, int batch, int channels, double epsilon, double[] gamma, double[] beta) {
        int sample = x.length / batch;
        var y = new double[x.length];
        for (int n = 0; n < batch; n++) {
            double mean = 0;
            for (int j = 0; j < sample; j++) {
                mean += x[n * sample + j] / sample;
            }
            double variance = 0;
            for (int j = 0; j < sample; j++) {
                variance += Math.pow(x[n * sample + j] - mean, 2) / sample;
            }
            for (int j = 0; j < sample; j++) {
                int k = j / (sample / channels);
                y[n * sample + j] =
                        gamma[k] * (x[n * sample + j] - mean) / Math.sqrt(variance + epsilon)
                                + beta[k];
            }
        }
        return y;
    }

    private static double[] pool(
            double[] x,
            int batch,
            Shape.Image in,
            Shape.Image out,
            int pool,
            int stride,
            Padding padding,
            boolean max) {
        var y = new double[(int) (batch * out.size())];
        int top = before(in.height(), out.height(), pool, stride, padding);
        int left = before(in.width(), out.width(), pool, stride, padding);
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < in.channels(); k++) {
                for (int r = 0; r < out.height(); r++) {
                    for (int c = 0; c < out.width(); c++) {
                        double best = Double.NEGATIVE_INFINITY;
                        double sum = 0;
                        int counted = 0;
                        for (int row = r * stride - top; row < r * stride - top + pool; row++) {
                            for (int column = c * stride - left;
                                    column < c * stride - left + pool;
                                    column++) {
                                if (row >= 0
                                        && row < in.height()
                                        && column >= 0
                                        && column < in.width()) {
                                    double value = x[at(in, n, k, row, column)];
                                    best = Math.max(best, value);
                                    sum += value;
                                    counted++;
                                }
                            }
                        }
                        y[at(out, n, k, r, c)] = max ? best : sum / counted;
                    }
                }
            }
        }
        return y;
    }

    private static double[] globalAverage(double[] x, int batch, Shape.Image in) {
        int area = in.height() * in.width();
        var y = new double[batch * in.channels()];
        for (int i = 0; i < x.length; i++) {
            y[i / area] += x[i] / area;
        }
        return y;
    }

    private static double[] bordered(
            double[] x, int batch, Shape.Image in, Shape.Image out, int top, int left) {
        var y = new double[batch * out.channels() * out.height() * out.width()];
        for (int i = 0; i < y.length; i++) {
            int column = i % out.width() - left;
            int row = i / out.width() % out.height() - top;
            int image = i / out.width() / out.height();
            if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                y[i] = x[(image * in.height() + row) * in.width() + column];
            }
        }
        return y;
    }

    private static double[] bent(double[] x, int batch, int channels, double[] slopes) {
        int area = x.length / batch / channels;
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] > 0 ? x[i] : slopes[i / area % channels] * x[i];
        }
        return y;
    }

    private static double[] globalMax(double[] x, int batch, Shape.Image in) {
        int area = in.height() * in.width();
        var y = new double[batch * in.channels()];
        Arrays.fill(y, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.length; i++) {
            y[i / area] = Math.max(y[i / area], x[i]);
        }
        return y;
    }

    private static double[] activate(Activation activation, double[] x) {
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            y[i] =
                    switch (activation) {
                        case Activation.Linear linear -> v;
                        case Activation.ReLU relu -> Math.max(v, 0);
                        case Activation.LeakyReLU(double slope) -> v > 0 ? v : slope * v;
                        case Activation.ELU elu -> v > 0 ? v : Math.expm1(v);
                        case Activation.SELU _ ->
                                v > 0 ? 1.0507009873554805 * v : 1.7580993408473766 * Math.expm1(v);
                        case Activation.GELU gelu -> v * normalDistribution(v);
                        case Activation.Tanh tanh -> Math.tanh(v);
                        case Activation.Sigmoid sigmoid -> 1 / (1 + Math.exp(-v));
                        case Activation.Softplus softplus -> Math.log1p(Math.exp(v));
                        case Activation.Swish swish -> v / (1 + Math.exp(-v));
                    };
        }
        return y;
    }

    /**
     * The standard normal distribution function by its Taylor series around 0, exact to 1e-15 for
     * |x| below 6.
     */
    private static double normalDistribution(double x) {
        double sum = x;
        double term = x;
        for (int k = 1; k < 200; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static int at(Shape.Image image, int sample, int channel, int row, int column) {
        return ((sample * image.channels() + channel) * image.height() + row) * image.width()
                + column;
    }
}
