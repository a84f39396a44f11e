package org.ganatelier.plan.memory;

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
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.LayerPlan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The operations that the engine makes of a layer, and what each keeps. A test draws networks at
 * random and compares this with what the engine has allocated.
 */
final class Operations {
    /** Arrays of a sample's size that normalizations compute in. */
    private static final int LANES = 5;

    /** A normalization keeps ten numbers for each channel. */
    private static final int CHANNELS = 10;

    private final long in;
    private final Shape inShape;
    private final Shape outShape;
    private final long out;
    private final boolean spectra;

    private Operations(Shape in, Shape out, boolean spectra) {
        this.in = in.size();
        this.out = out.size();
        inShape = in;
        outShape = out;
        this.spectra = spectra;
    }

    /**
     * First to last; none of a layer whose shapes are not known.
     *
     * @param spectra whether the network may compute by them
     */
    static List<Operation> of(LayerPlan plan, boolean spectra) {
        return plan.input()
                .flatMap(
                        in ->
                                plan.output()
                                        .map(out -> new Operations(in, out, spectra))
                                        .map(all -> all.of(plan.layer())))
                .orElse(List.of());
    }

    private List<Operation> of(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> followed(dense(dense.units()).fixed(out), dense.activation());
            case Conv2D conv -> followed(convolution(conv), conv.activation());
            case Conv2DTranspose conv -> followed(transposed(conv), conv.activation());
            case DepthwiseConv2D conv ->
                    followed(
                            Operation.loop(out)
                                    .fixed(Windows.depthwise(inShape, outShape, conv.window())),
                            conv.activation());
            case SeparableConv2D conv -> separable(conv);
            case BatchNorm norm -> normalization(norm);
            case LayerNorm norm ->
                    followed(
                            Operation.loop(out).keeping(in + 1).fixed(LANES * in),
                            norm.activation());
            case Activate(var activation) -> activation(activation).toList();
            case PReLU _ -> List.of(Operation.loop(out).keeping(Math.ceilDiv(in, Integer.BYTES)));
            case Dropout _ -> List.of(Operation.loop(out).keeping(in));
            // Two numbers a value for each group, of which there is one for two samples at most.
            case MinibatchStdDev _ -> List.of(Operation.loop(out).keeping(in).fixed(4 * in));
            case MaxPool _ -> List.of(Operation.loop(out).keeping(out));
            case GlobalMaxPool _ -> List.of(Operation.loop(out).keeping(out));
            case Reshape _, Flatten _ -> List.of(Operation.view(out));
            case AveragePool _, GlobalAveragePool _, GaussianNoise _ -> plain();
            case UpSampling2D _, PixelShuffle _, ZeroPadding2D _, Cropping2D _ -> plain();
        };
    }

    /** With few units it takes images in the order in which they are. */
    private Operation dense(int units) {
        return units <= NetworkMemory.FEW_UNITS
                ? Operation.convolution(out)
                : Operation.product(out);
    }

    private List<Operation> plain() {
        return List.of(Operation.loop(out));
    }

    private Operation convolution(Conv2D conv) {
        Windows windows = Windows.of(conv, inShape, outShape).withSpectra(spectra);
        return convolution(windows, inShape)
                .transformed(windows.largeSpectrum(), windows.smallSpectrum(), windows.workspace())
                .scratching(out)
                .fixed(2 * out + Windows.thin(windows, inShape));
    }

    private Operation transposed(Conv2DTranspose conv) {
        Windows windows = Windows.of(conv, inShape, outShape).withSpectra(spectra);
        return convolution(windows, outShape)
                .transformed(windows.smallSpectrum(), windows.largeSpectrum(), windows.workspace())
                .scratching(in)
                .fixed(2 * out + Windows.thin(windows, outShape));
    }

    /**
     * @param large the image on the larger side
     */
    private Operation convolution(Windows windows, Shape large) {
        return Operation.convolution(out).twinned(windows.sent(large));
    }

    /** Each channel by itself, then all channels of each pixel. */
    private List<Operation> separable(SeparableConv2D conv) {
        Shape between = Windows.between(conv, inShape, outShape);
        var first =
                Operation.loop(between.size())
                        .fixed(Windows.depthwise(inShape, between, conv.window()));
        var pixels = Windows.pointwise(outShape);
        var second =
                convolution(pixels, between)
                        .scratching(out)
                        .fixed(out + Windows.thin(pixels, between));
        return Stream.of(Stream.of(first, second), activation(conv.activation()))
                .flatMap(part -> part)
                .toList();
    }

    /** Rectifiers run in the normalization's own loop. */
    private List<Operation> normalization(BatchNorm norm) {
        Operation own = onImages(Operation.loop(out)).fixed(LANES * in + CHANNELS * features());
        boolean inside =
                switch (norm.activation()) {
                    case Activation.Linear _, Activation.ReLU _, Activation.LeakyReLU _ -> true;
                    case Activation.ELU _, Activation.SELU _, Activation.GELU _ -> false;
                    case Activation.Tanh _, Activation.Sigmoid _ -> false;
                    case Activation.Softplus _, Activation.Swish _ -> false;
                };
        return inside ? List.of(own) : followed(own, norm.activation());
    }

    /** One that leaves the channels of images where they are. */
    private Operation onImages(Operation operation) {
        return switch (outShape) {
            case Shape.Image _ -> operation.channelsLast();
            case Shape.Flat _ -> operation;
        };
    }

    private long features() {
        return inShape.asImage().channels();
    }

    private List<Operation> followed(Operation own, Activation activation) {
        return Stream.concat(Stream.of(own), activation(activation)).toList();
    }

    private Stream<Operation> activation(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> Stream.empty();
            case Activation.ReLU _, Activation.LeakyReLU _ ->
                    Stream.of(onImages(Operation.loop(out)).bending(out));
            case Activation.ELU _, Activation.SELU _ -> Stream.of(Operation.loop(out).bending(out));
            case Activation.GELU _ -> Stream.of(Operation.loop(out).twinned(2 * out));
            case Activation.Tanh _, Activation.Sigmoid _ -> Stream.of(Operation.function(out));
            case Activation.Swish _ -> Stream.of(Operation.function(out).twinned(out));
            case Activation.Softplus _ -> Stream.of(Operation.loop(out));
        };
    }
}
