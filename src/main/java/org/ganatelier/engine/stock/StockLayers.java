package org.ganatelier.engine.stock;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

import java.util.List;
import java.util.Optional;

/**
 * From what the user asked for to the layers that DL4J itself has for it. A change of shape is no
 * layer there but a preprocessor of the next: see {@link StockNetwork}.
 */
public final class StockLayers {
    private StockLayers() {}

    /**
     * Makes the layers of a game of DL4J's. It throws an {@link EngineException} where DL4J has no
     * such layer.
     */
    public static LayerMaker maker() {
        return StockLayer::of;
    }

    /**
     * @throws EngineException where DL4J has no such layer, or not one with these settings
     */
    static List<Layer> layers(LayerPlan plan) {
        Shape in = plan.input().orElseThrow();
        return switch (plan.layer()) {
            case Dense(int _, boolean _, boolean spectral, Activation _) when spectral ->
                    throw lacking(new Lack.Setting(plan.layer(), "spectralNorm"));
            case Dense(int units, boolean bias, boolean _, Activation activation) ->
                    List.of(
                            new DenseLayer.Builder()
                                    .nIn(in.size())
                                    .nOut(units)
                                    .hasBias(bias)
                                    .activation(function(activation))
                                    .build());
            case Conv2D c -> List.of(convolution(c, plan));
            case Conv2DTranspose c -> List.of(transposed(c, plan));
            case UpSampling2D(int size) -> List.of(new Upsampling2D.Builder(size).build());
            case BatchNorm norm -> batchNorm(norm, in);
            case Activate(Activation activation) ->
                    List.of(new ActivationLayer(function(activation)));
            // DL4J counts what is kept.
            case Dropout(double rate) -> List.of(new DropoutLayer(1 - rate));
            case GaussianNoise(double deviation) ->
                    List.of(
                            new DropoutLayer(
                                    new org.deeplearning4j.nn.conf.dropout.GaussianNoise(
                                            deviation)));
            case Reshape reshape -> List.of();
            case Flatten flatten -> List.of();
            case MaxPool(int pool, int stride, Padding padding) ->
                    List.of(pooling(PoolingType.MAX, plan, new Window(pool, stride, padding)));
            case AveragePool(int pool, int stride, Padding padding) ->
                    List.of(pooling(PoolingType.AVG, plan, new Window(pool, stride, padding)));
            case ZeroPadding2D(int top, int bottom, int left, int right) ->
                    List.of(new ZeroPaddingLayer.Builder(top, bottom, left, right).build());
            case Cropping2D(int top, int bottom, int left, int right) ->
                    List.of(
                            new org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D(
                                    top, bottom, left, right));
            case GlobalMaxPool _ ->
                    List.of(new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
            case GlobalAveragePool pool ->
                    List.of(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
            // What DL4J has not, or only inside others, or what nobody has compared.
            case LayerSpec other -> throw lacking(new Lack.Layer(other));
        };
    }

    static EngineException lacking(Lack lack) {
        return new EngineException(new RunFailure.UnsupportedByStock(lack));
    }

    private static Layer convolution(Conv2D spec, LayerPlan plan) {
        if (spec.spectralNorm()) {
            throw lacking(new Lack.Setting(spec, "spectralNorm"));
        }
        Shape.Image in = image(plan.input());
        Shape.Image out = image(plan.output());
        Border border = border(in, out, spec.window().withSize(spec.reach()), false);
        return new ConvolutionLayer.Builder(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .dilation(spec.dilation(), spec.dilation())
                .convolutionMode(border.mode)
                .padding(border.rows, border.columns)
                .nIn(in.channels())
                .nOut(out.channels())
                .hasBias(spec.bias())
                .activation(function(spec.activation()))
                .build();
    }

    private static Layer transposed(Conv2DTranspose spec, LayerPlan plan) {
        if (spec.spectralNorm()) {
            throw lacking(new Lack.Setting(spec, "spectralNorm"));
        }
        Shape.Image in = image(plan.input());
        Shape.Image out = image(plan.output());
        if (spec.outputPadding() > 0) {
            throw lacking(new Lack.Setting(spec, "outputPadding"));
        }
        Border border = border(out, in, spec.window(), true);
        return new Deconvolution2D.Builder(spec.kernel(), spec.kernel())
                .stride(spec.stride(), spec.stride())
                .convolutionMode(border.mode)
                .padding(border.rows, border.columns)
                .nIn(in.channels())
                .nOut(out.channels())
                .hasBias(spec.bias())
                .activation(function(spec.activation()))
                .build();
    }

    private static List<Layer> batchNorm(BatchNorm norm, Shape in) {
        int channels =
                switch (in) {
                    case Shape.Flat(int units) -> units;
                    case Shape.Image(int height, int width, int count) -> count;
                };
        Layer layer =
                new BatchNormalization.Builder()
                        .nIn(channels)
                        .nOut(channels)
                        .decay(norm.momentum())
                        .eps(norm.epsilon())
                        .build();
        // DL4J's batch normalization passes over an activation of its own.
        return List.of(layer, new ActivationLayer(function(norm.activation())));
    }

    private static Layer pooling(PoolingType type, LayerPlan plan, Window window) {
        Border border = border(image(plan.input()), image(plan.output()), window, false);
        return new SubsamplingLayer.Builder(type)
                .kernelSize(window.size(), window.size())
                .stride(window.stride(), window.stride())
                .convolutionMode(border.mode)
                .padding(border.rows, border.columns)
                .build();
    }

    /** How DL4J is told of padding. */
    private record Border(ConvolutionMode mode, int rows, int columns) {}

    /**
     * Explicit where it is the same on both sides, since {@code Same} keeps some of ND4J's
     * operations off oneDNN.
     *
     * @param up from the small image to the large one, which then has to come out exactly
     */
    private static Border border(Shape.Image large, Shape.Image small, Window window, boolean up) {
        if (window.padding() instanceof Padding.Explicit(int pixels)) {
            return new Border(ConvolutionMode.Truncate, pixels, pixels);
        }
        int rows = excess(large.height(), small.height(), window);
        int columns = excess(large.width(), small.width(), window);
        if (symmetric(rows, up) && symmetric(columns, up)) {
            return new Border(
                    ConvolutionMode.Truncate, Math.max(rows, 0) / 2, Math.max(columns, 0) / 2);
        }
        return new Border(ConvolutionMode.Same, 0, 0);
    }

    /** How far the windows reach beyond the large image; negative where they leave pixels over. */
    private static int excess(int large, int small, Window window) {
        return (small - 1) * window.stride() + window.size() - large;
    }

    private static boolean symmetric(int excess, boolean up) {
        return excess < 0 ? !up : excess % 2 == 0;
    }

    private static IActivation function(Activation activation) {
        return switch (activation) {
            case Activation.Linear linear -> new ActivationIdentity();
            case Activation.ReLU relu -> new ActivationReLU();
            case Activation.LeakyReLU(double slope) -> new ActivationLReLU(slope);
            case Activation.ELU elu -> new ActivationELU();
            case Activation.SELU _ -> new ActivationSELU();
            case Activation.GELU gelu -> new ActivationGELU(true);
            case Activation.Tanh tanh -> new ActivationTanH();
            case Activation.Sigmoid sigmoid -> new ActivationSigmoid();
            case Activation.Softplus softplus -> new ActivationSoftPlus();
            case Activation.Swish swish -> new ActivationSwish();
        };
    }

    private static Shape.Image image(Optional<Shape> shape) {
        return switch (shape.orElseThrow()) {
            case Shape.Image image -> image;
            case Shape.Flat flat ->
                    throw new IllegalArgumentException(
                            "A plan that is ready has an image here, not " + flat);
        };
    }
}
