package org.ganatelier.engine.network;

import org.ganatelier.engine.layers.BatchNormLayer;
import org.ganatelier.engine.layers.BorderLayer;
import org.ganatelier.engine.layers.ConvolutionLayer;
import org.ganatelier.engine.layers.DenseLayer;
import org.ganatelier.engine.layers.DepthwiseLayer;
import org.ganatelier.engine.layers.DropoutLayer;
import org.ganatelier.engine.layers.FunctionLayer;
import org.ganatelier.engine.layers.GlobalAverageLayer;
import org.ganatelier.engine.layers.GlobalMaxLayer;
import org.ganatelier.engine.layers.Layer;
import org.ganatelier.engine.layers.LayerNormLayer;
import org.ganatelier.engine.layers.MinibatchDeviationLayer;
import org.ganatelier.engine.layers.NoiseLayer;
import org.ganatelier.engine.layers.PixelShuffleLayer;
import org.ganatelier.engine.layers.PoolingLayer;
import org.ganatelier.engine.layers.RectifierLayer;
import org.ganatelier.engine.layers.ReshapeLayer;
import org.ganatelier.engine.layers.SeparableLayer;
import org.ganatelier.engine.layers.SpectralNormLayer;
import org.ganatelier.engine.layers.TrainedRectifierLayer;
import org.ganatelier.engine.layers.UpsamplingLayer;
import org.ganatelier.engine.nd4j.Memory;
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
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.LayerPlan;

import java.util.List;
import java.util.stream.Stream;

/**
 * From what the user asked for to what computes it: a layer with an activation inside becomes two.
 */
final class LayerFactory {
    private LayerFactory() {}

    static List<Layer> layers(LayerPlan plan, Memory memory) {
        Shape in = plan.input().orElseThrow();
        Shape out = plan.output().orElseThrow();
        return switch (plan.layer()) {
            case Dense dense -> followed(dense(dense, in, memory), dense.activation());
            case Conv2D conv ->
                    followed(convolution(conv, image(in), image(out), memory), conv.activation());
            case Conv2DTranspose conv ->
                    followed(transposed(conv, image(in), image(out), memory), conv.activation());
            case DepthwiseConv2D conv ->
                    followed(
                            new DepthwiseLayer(
                                    memory, image(in), image(out), conv.window(), conv.bias()),
                            conv.activation());
            case SeparableConv2D conv ->
                    followed(
                            new SeparableLayer(
                                    memory,
                                    image(in),
                                    image(out),
                                    conv.depthMultiplier(),
                                    conv.window(),
                                    conv.bias()),
                            conv.activation());
            case UpSampling2D(int size) -> List.of(new UpsamplingLayer(image(in), size));
            case PixelShuffle(int factor) ->
                    List.of(new PixelShuffleLayer(image(in), image(out), factor));
            case MinibatchStdDev(int groupSize) -> List.of(new MinibatchDeviationLayer(groupSize));
            case BatchNorm norm -> batchNorm(norm, channels(in), memory);
            case LayerNorm(double epsilon, Activation activation) ->
                    followed(new LayerNormLayer(memory, channels(in), epsilon), activation);
            case Activate(Activation activation) -> activation(activation).toList();
            case Dropout(double rate) -> List.of(new DropoutLayer(rate));
            case GaussianNoise(double deviation) -> List.of(new NoiseLayer(deviation));
            case Reshape reshape -> List.of(reshape(out));
            case Flatten flatten -> List.of(reshape(out));
            case MaxPool pool ->
                    List.of(
                            new PoolingLayer(
                                    PoolingLayer.Kind.MAX,
                                    image(in),
                                    image(out),
                                    pool.pool(),
                                    pool.stride(),
                                    pool.padding()));
            case AveragePool pool ->
                    List.of(
                            new PoolingLayer(
                                    PoolingLayer.Kind.AVERAGE,
                                    image(in),
                                    image(out),
                                    pool.pool(),
                                    pool.stride(),
                                    pool.padding()));
            case ZeroPadding2D pad ->
                    List.of(new BorderLayer(image(in), image(out), pad.top(), pad.left()));
            case Cropping2D crop ->
                    List.of(new BorderLayer(image(in), image(out), -crop.top(), -crop.left()));
            case PReLU _ -> List.of(new TrainedRectifierLayer(memory, channels(in)));
            case GlobalMaxPool _ -> List.of(new GlobalMaxLayer(channels(in)));
            case GlobalAveragePool pool -> List.of(new GlobalAverageLayer(channels(in)));
        };
    }

    private static Layer dense(Dense dense, Shape in, Memory memory) {
        boolean bias = dense.bias() && !dense.spectralNorm();
        var layer = new DenseLayer(memory, (int) in.size(), dense.units(), bias);
        return dense.spectralNorm() ? SpectralNormLayer.of(memory, layer, dense.bias()) : layer;
    }

    private static Layer convolution(Conv2D conv, Shape.Image in, Shape.Image out, Memory memory) {
        var layer =
                ConvolutionLayer.convolution(
                        memory,
                        in,
                        out,
                        conv.kernel(),
                        conv.stride(),
                        conv.dilation(),
                        conv.padding(),
                        conv.bias() && !conv.spectralNorm());
        return conv.spectralNorm() ? SpectralNormLayer.of(memory, layer, conv.bias()) : layer;
    }

    private static Layer transposed(
            Conv2DTranspose conv, Shape.Image in, Shape.Image out, Memory memory) {
        var layer =
                ConvolutionLayer.transposed(
                        memory,
                        in,
                        out,
                        conv.kernel(),
                        conv.stride(),
                        conv.cropped(),
                        conv.bias() && !conv.spectralNorm());
        return conv.spectralNorm() ? SpectralNormLayer.of(memory, layer, conv.bias()) : layer;
    }

    private static List<Layer> followed(Layer layer, Activation activation) {
        return Stream.concat(Stream.of(layer), activation(activation)).toList();
    }

    /** Rectifiers run inside the normalization's own loop. */
    private static List<Layer> batchNorm(BatchNorm norm, int channels, Memory memory) {
        return switch (norm.activation()) {
            case Activation.ReLU relu -> List.of(batchNorm(norm, channels, memory, 0));
            case Activation.LeakyReLU(double slope) ->
                    List.of(batchNorm(norm, channels, memory, slope));
            case Activation other -> followed(batchNorm(norm, channels, memory, 1), other);
        };
    }

    private static Layer batchNorm(BatchNorm norm, int channels, Memory memory, double slope) {
        return new BatchNormLayer(memory, channels, norm.momentum(), norm.epsilon(), slope);
    }

    private static Stream<Layer> activation(Activation activation) {
        return switch (activation) {
            case Activation.Linear linear -> Stream.empty();
            case Activation.ReLU relu -> Stream.of(new RectifierLayer(0));
            case Activation.LeakyReLU(double slope) -> Stream.of(new RectifierLayer(slope));
            case Activation.ELU elu -> Stream.of(new FunctionLayer(FunctionLayer.Kind.ELU));
            case Activation.SELU _ -> Stream.of(new FunctionLayer(FunctionLayer.Kind.SELU));
            case Activation.GELU gelu -> Stream.of(new FunctionLayer(FunctionLayer.Kind.GELU));
            case Activation.Tanh tanh -> Stream.of(new FunctionLayer(FunctionLayer.Kind.TANH));
            case Activation.Sigmoid sigmoid ->
                    Stream.of(new FunctionLayer(FunctionLayer.Kind.SIGMOID));
            case Activation.Softplus softplus ->
                    Stream.of(new FunctionLayer(FunctionLayer.Kind.SOFTPLUS));
            case Activation.Swish swish -> Stream.of(new FunctionLayer(FunctionLayer.Kind.SWISH));
        };
    }

    private static Layer reshape(Shape out) {
        return switch (out) {
            case Shape.Flat(int units) -> new ReshapeLayer(units);
            case Shape.Image(int height, int width, int channels) ->
                    new ReshapeLayer(channels, height, width);
        };
    }

    private static int channels(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> units;
            case Shape.Image(int height, int width, int channels) -> channels;
        };
    }

    private static Shape.Image image(Shape shape) {
        return switch (shape) {
            case Shape.Image image -> image;
            case Shape.Flat flat ->
                    throw new IllegalArgumentException(
                            "A plan that is ready has an image here, not " + flat);
        };
    }
}
