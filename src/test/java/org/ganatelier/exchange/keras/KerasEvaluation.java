package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.keras.KerasMath.Tensor;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What one layer of a Keras file makes of its inputs. */
final class KerasEvaluation {
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private KerasEvaluation() {}

    static Tensor layer(JsonNode layer, List<Tensor> from, List<Tensor> weights) {
        JsonNode c = layer.get("config");
        Tensor x = from.getFirst();
        String type = layer.get("class_name").asString();
        return switch (type) {
            case "Dense" -> activated(c, KerasMath.dense(x, weights.get(0), bias(c, weights, 1)));
            case "Conv2D", "DepthwiseConv2D" ->
                    activated(
                            c,
                            biased(
                                    conv(c, x, weights.get(0), type.startsWith("Depth")),
                                    bias(c, weights, 1)));
            case "SeparableConv2D" -> {
                Tensor between = conv(c, x, weights.get(0), true);
                Tensor mixed = KerasMath.conv(between, weights.get(1), 1, 1, true, false);
                yield activated(c, biased(mixed, bias(c, weights, 2)));
            }
            case "Conv2DTranspose" ->
                    activated(
                            c,
                            biased(
                                    KerasMath.transposed(
                                            x, weights.get(0), first(c, "strides"), same(c)),
                                    bias(c, weights, 1)));
            case "MaxPooling2D", "AveragePooling2D" ->
                    KerasMath.pool(
                            x,
                            first(c, "pool_size"),
                            first(c, "strides"),
                            same(c),
                            type.startsWith("Max"));
            case "GlobalMaxPooling2D", "GlobalAveragePooling2D" -> global(x, type);
            case "ZeroPadding2D" -> {
                int[][] p = borders(c.get("padding"));
                yield KerasMath.cropped(x, -p[0][0], -p[0][1], -p[1][0], -p[1][1]);
            }
            case "Cropping2D" -> {
                int[][] p = borders(c.get("cropping"));
                yield KerasMath.cropped(x, p[0][0], p[0][1], p[1][0], p[1][1]);
            }
            case "UpSampling2D" ->
                    KerasMath.upsampled(
                            x, c.get("size").get(0).asInt(), c.get("size").get(1).asInt());
            case "BatchNormalization" -> batchNorm(c, x, weights);
            case "GroupNormalization", "LayerNormalization" ->
                    KerasMath.layerNorm(
                            x,
                            weights.get(0).data(),
                            weights.get(1).data(),
                            c.get("epsilon").asDouble());
            case "Activation" -> activated(c, x);
            case "LeakyReLU" -> {
                double slope = c.get("negative_slope").asDouble();
                yield x.map(v -> v > 0 ? v : slope * v);
            }
            case "PReLU" -> {
                double[] alpha = weights.get(0).data();
                Tensor y = Tensor.of(x.shape());
                for (int i = 0; i < x.data().length; i++) {
                    double v = x.data()[i];
                    y.data()[i] = v > 0 ? v : alpha[i % alpha.length] * v;
                }
                yield y;
            }
            case "Dropout", "GaussianNoise" -> x;
            case "Flatten" -> reshaped(x, x.data().length / x.shape()[0]);
            case "Reshape" -> reshaped(x, ints(c.get("target_shape")));
            case "Permute" -> {
                int[] dims = ints(c.get("dims"));
                int[] axes = new int[dims.length + 1];
                System.arraycopy(dims, 0, axes, 1, dims.length);
                yield KerasMath.transposedAxes(x, axes);
            }
            case "Concatenate" -> concatenated(x, from.get(1));
            case "Dot" -> dot(x, from.get(1));
            case "Add" -> {
                Tensor y = Tensor.of(x.shape());
                Arrays.setAll(y.data(), i -> x.data()[i] + from.get(1).data()[i]);
                yield y;
            }
            default -> throw new AssertionError("Keras has no " + type);
        };
    }

    /** Functions of keras.ops, on arrays whose first axis may be the group. */
    static Tensor operation(JsonNode layer, Tensor x, double constant) {
        JsonNode c = layer.get("config");
        return switch (layer.get("class_name").asString()) {
            case "Reshape" -> {
                int[] shape = ints(c.get("newshape"));
                int known = Arrays.stream(shape).filter(s -> s > 0).reduce(1, (a, b) -> a * b);
                yield new Tensor(
                        Arrays.stream(shape)
                                .map(s -> s > 0 ? s : x.data().length / known)
                                .toArray(),
                        x.data());
            }
            case "Var" -> variance(x);
            case "Add" -> x.map(v -> v + constant);
            case "Sqrt" -> x.map(Math::sqrt);
            case "Mean" -> {
                var shape = new int[x.shape().length];
                Arrays.fill(shape, 1);
                shape[0] = x.shape()[0];
                Tensor y = Tensor.of(shape);
                int size = x.data().length / shape[0];
                Arrays.setAll(
                        y.data(),
                        n ->
                                Arrays.stream(x.data(), n * size, (n + 1) * size)
                                        .average()
                                        .orElseThrow());
                yield y;
            }
            case "Tile" -> {
                // What is repeated is one number for each entry of the batch.
                int[] repeats = ints(c.get("repeats"));
                int[] shape = repeats.clone();
                shape[0] *= x.shape()[0];
                Tensor y = Tensor.of(shape);
                int size = y.data().length / shape[0];
                Arrays.setAll(y.data(), i -> x.data()[i / size % x.shape()[0]]);
                yield y;
            }
            default -> throw new AssertionError("Unknown operation " + layer);
        };
    }

    private static Tensor variance(Tensor x) {
        int groups = x.shape()[0];
        int size = x.data().length / groups;
        Tensor y = Tensor.of(Arrays.copyOfRange(x.shape(), 1, x.shape().length));
        for (int i = 0; i < size; i++) {
            int place = i;
            double[] all =
                    IntStream.range(0, groups)
                            .mapToDouble(g -> x.data()[g * size + place])
                            .toArray();
            double mean = Arrays.stream(all).average().orElseThrow();
            y.data()[i] =
                    Arrays.stream(all).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        }
        return y;
    }

    private static Tensor conv(JsonNode c, Tensor x, Tensor kernel, boolean depthwise) {
        return KerasMath.conv(
                x, kernel, first(c, "strides"), first(c, "dilation_rate"), same(c), depthwise);
    }

    private static boolean same(JsonNode c) {
        return c.get("padding").asString().equals("same");
    }

    private static int first(JsonNode c, String key) {
        return c.get(key).get(0).asInt();
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    private static int[][] borders(JsonNode node) {
        return new int[][] {ints(node.get(0)), ints(node.get(1))};
    }

    private static double[] bias(JsonNode c, List<Tensor> weights, int index) {
        return c.get("use_bias").asBoolean() ? weights.get(index).data() : new double[0];
    }

    private static Tensor biased(Tensor x, double... bias) {
        Arrays.setAll(x.data(), i -> x.data()[i] + (bias.length == 0 ? 0 : bias[i % bias.length]));
        return x;
    }

    private static Tensor batchNorm(JsonNode c, Tensor x, List<Tensor> w) {
        double epsilon = c.get("epsilon").asDouble();
        Tensor y = Tensor.of(x.shape());
        for (int i = 0; i < x.data().length; i++) {
            int k = i % x.last();
            y.data()[i] =
                    (x.data()[i] - w.get(2).data()[k])
                                    / Math.sqrt(w.get(3).data()[k] + epsilon)
                                    * w.get(0).data()[k]
                            + w.get(1).data()[k];
        }
        return y;
    }

    private static Tensor global(Tensor x, String type) {
        Tensor all =
                KerasMath.pool(
                        KerasMath.cropped(x, 0, 0, 0, 0),
                        Math.max(x.shape()[1], x.shape()[2]),
                        Math.max(x.shape()[1], x.shape()[2]),
                        true,
                        type.startsWith("GlobalMax"));
        return reshaped(all, x.last());
    }

    private static Tensor reshaped(Tensor x, int... sizes) {
        int[] shape = new int[sizes.length + 1];
        shape[0] = x.shape()[0];
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        return new Tensor(shape, x.data());
    }

    private static Tensor concatenated(Tensor a, Tensor b) {
        int[] shape = a.shape().clone();
        shape[shape.length - 1] += b.last();
        Tensor y = Tensor.of(shape);
        for (int i = 0; i < a.data().length / a.last(); i++) {
            System.arraycopy(a.data(), i * a.last(), y.data(), i * y.last(), a.last());
            System.arraycopy(b.data(), i * b.last(), y.data(), i * y.last() + a.last(), b.last());
        }
        return y;
    }

    private static Tensor dot(Tensor a, Tensor b) {
        Tensor y = Tensor.of(a.shape()[0], 1);
        for (int i = 0; i < a.data().length; i++) {
            y.data()[i / a.last()] += a.data()[i] * b.data()[i];
        }
        return y;
    }

    private static Tensor activated(JsonNode c, Tensor x) {
        DoubleUnaryOperator f =
                switch (c.get("activation").asString()) {
                    case "linear" -> v -> v;
                    case "relu" -> v -> Math.max(v, 0);
                    case "elu" -> v -> v > 0 ? v : Math.expm1(v);
                    case "selu" -> v -> SELU_SCALE * (v > 0 ? v : SELU_ALPHA * Math.expm1(v));
                    case "gelu" -> v -> v * phi(v);
                    case "tanh" -> Math::tanh;
                    case "sigmoid" -> v -> 1 / (1 + Math.exp(-v));
                    case "softplus" -> v -> Math.log1p(Math.exp(v));
                    case "silu" -> v -> v / (1 + Math.exp(-v));
                    default -> throw new AssertionError(c);
                };
        return x.map(f);
    }

    /** The normal distribution function, by the series of Marsaglia (2004). */
    private static double phi(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-18 * Math.abs(sum) && i < 1000; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
