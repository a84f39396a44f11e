package org.ganatelier.exchange.pytorch;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.exchange.code.Python;
import org.ganatelier.exchange.pytorch.TorchModule.Weight;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer as modules of PyTorch: what it computes, exactly. */
final class TorchLayer {
    private static final Weight WEIGHT = new Weight("weight", "weight");
    private static final Weight BIAS = new Weight("bias", "bias");
    private static final Weight GAIN = new Weight("weight", "gamma");
    private static final Weight OFFSET = new Weight("bias", "beta");
    private static final Weight DEPTHWISE = new Weight("weight", "depthwise_kernel");

    private final Shape in;
    private final Shape out;

    private TorchLayer(Shape in, Shape out) {
        this.in = in;
        this.out = out;
    }

    /** At least one module; empty where the layer does not fit what comes in. */
    static Optional<List<TorchModule>> modules(LayerPlan plan) {
        if (plan.input().isEmpty() || plan.output().isEmpty()) {
            return Optional.empty();
        }
        boolean fits =
                switch (plan.layer()) {
                    case Dense _ -> plan.input().get() instanceof Shape.Flat;
                    case Activate _, BatchNorm _, LayerNorm _, PReLU _, Dropout _ -> true;
                    case GaussianNoise _, MinibatchStdDev _, Reshape _, Flatten _ -> true;
                    case Conv2D _, Conv2DTranspose _, DepthwiseConv2D _, SeparableConv2D _ ->
                            areImages(plan);
                    case UpSampling2D _, PixelShuffle _, ZeroPadding2D _, Cropping2D _ ->
                            areImages(plan);
                    case MaxPool _, AveragePool _ -> areImages(plan);
                    case GlobalMaxPool _, GlobalAveragePool _ ->
                            plan.input().get() instanceof Shape.Image;
                };
        return fits
                ? Optional.of(
                        new TorchLayer(plan.input().get(), plan.output().get())
                                .modules(plan.layer()))
                : Optional.empty();
    }

    private static boolean areImages(LayerPlan plan) {
        return plan.input().orElseThrow() instanceof Shape.Image
                && plan.output().orElseThrow() instanceof Shape.Image;
    }

    private List<TorchModule> modules(LayerSpec layer) {
        return switch (layer) {
            case Dense dense ->
                    followed(
                            List.of(
                                    weighted(
                                            "nn.Linear(%d, %d%s)"
                                                    .formatted(
                                                            in.size(),
                                                            dense.units(),
                                                            bias(dense.bias())),
                                            dense.bias(),
                                            WEIGHT)),
                            dense.activation());
            case Conv2D conv -> followed(convolution(conv), conv.activation());
            case Conv2DTranspose conv -> followed(transposed(conv), conv.activation());
            case DepthwiseConv2D conv ->
                    followed(
                            depthwise(
                                    new TorchWindow(
                                            conv.kernel(), conv.stride(), 1, conv.padding()),
                                    channels(out),
                                    conv.bias()),
                            conv.activation());
            case SeparableConv2D conv -> followed(separable(conv), conv.activation());
            case BatchNorm norm -> followed(List.of(batchNorm(norm)), norm.activation());
            case LayerNorm norm -> followed(List.of(layerNorm(norm)), norm.activation());
            case Activate(Activation activation) ->
                    List.of(TorchModule.of(activation(activation).orElse("nn.Identity()")));
            case PReLU _ ->
                    List.of(
                            TorchModule.of(
                                    "nn.PReLU(%d)".formatted(channels(in)),
                                    new Weight("weight", "slope")));
            case UpSampling2D(int size) ->
                    plain("nn.Upsample(scale_factor=%d, mode=\"nearest\")".formatted(size));
            case PixelShuffle(int factor) -> plain("nn.PixelShuffle(%d)".formatted(factor));
            case Dropout(double rate) -> plain("nn.Dropout(%s)".formatted(number(rate)));
            case GaussianNoise(double deviation) ->
                    plain("GaussianNoise(%s)".formatted(number(deviation)));
            case MinibatchStdDev(int group) -> plain("MinibatchStdDev(%d)".formatted(group));
            case Reshape _ -> reshape();
            case Flatten _ -> plain("nn.Flatten()");
            case MaxPool(int pool, int stride, var padding) ->
                    new TorchWindow(pool, stride, 1, padding).maxPool(image(in), image(out));
            case AveragePool(int pool, int stride, var padding) ->
                    new TorchWindow(pool, stride, 1, padding).averagePool(image(in), image(out));
            case ZeroPadding2D(int top, int bottom, int left, int right) ->
                    plain(TorchWindow.border(left, right, top, bottom));
            case Cropping2D(int top, int bottom, int left, int right) ->
                    plain(TorchWindow.border(-left, -right, -top, -bottom));
            case GlobalMaxPool _ -> plain("nn.AdaptiveMaxPool2d(1)", "nn.Flatten()");
            case GlobalAveragePool _ -> plain("nn.AdaptiveAvgPool2d(1)", "nn.Flatten()");
        };
    }

    private List<TorchModule> convolution(Conv2D conv) {
        return new TorchWindow(conv.kernel(), conv.stride(), conv.dilation(), conv.padding())
                .convolution(
                        image(in),
                        image(out),
                        padding ->
                                weighted(
                                        "nn.Conv2d(%d, %d, %d%s%s)"
                                                .formatted(
                                                        channels(in),
                                                        conv.filters(),
                                                        conv.kernel(),
                                                        padding,
                                                        bias(conv.bias())),
                                        conv.bias(),
                                        WEIGHT));
    }

    private List<TorchModule> transposed(Conv2DTranspose conv) {
        return TorchWindow.transposed(
                conv,
                image(in),
                image(out),
                padding ->
                        weighted(
                                "nn.ConvTranspose2d(%d, %d, %d%s%s)"
                                        .formatted(
                                                channels(in),
                                                conv.filters(),
                                                conv.kernel(),
                                                padding,
                                                bias(conv.bias())),
                                conv.bias(),
                                WEIGHT));
    }

    /** Each channel makes its own outputs: as many groups as channels. */
    private List<TorchModule> depthwise(TorchWindow window, int channels, boolean bias) {
        return window.convolution(
                image(in),
                image(out),
                padding ->
                        weighted(
                                "nn.Conv2d(%d, %d, %d%s, groups=%d%s)"
                                        .formatted(
                                                channels(in),
                                                channels,
                                                window.size(),
                                                padding,
                                                channels(in),
                                                bias(bias)),
                                bias,
                                DEPTHWISE));
    }

    private List<TorchModule> separable(SeparableConv2D conv) {
        int between = channels(in) * conv.depthMultiplier();
        var window = new TorchWindow(conv.kernel(), conv.stride(), 1, conv.padding());
        var modules = new ArrayList<>(depthwise(window, between, false));
        modules.add(
                weighted(
                        "nn.Conv2d(%d, %d, 1%s)"
                                .formatted(between, conv.filters(), bias(conv.bias())),
                        conv.bias(),
                        new Weight("weight", "pointwise_kernel")));
        return modules;
    }

    /** PyTorch's momentum is the share of what is new. */
    private TorchModule batchNorm(BatchNorm norm) {
        String type = in instanceof Shape.Image ? "2d" : "1d";
        return TorchModule.of(
                "nn.BatchNorm%s(%d%s%s)"
                        .formatted(
                                type,
                                channels(in),
                                unless(1e-5, "eps", norm.epsilon()),
                                unless(0.1, "momentum", Share.rest(norm.momentum()))),
                GAIN,
                OFFSET,
                new Weight("running_mean", "mean"),
                new Weight("running_var", "variance"));
    }

    /** Of images over all values of a sample, with a gain for each channel: one group. */
    private TorchModule layerNorm(LayerNorm norm) {
        String type = in instanceof Shape.Image ? "nn.GroupNorm(1, " : "nn.LayerNorm(";
        return TorchModule.of(
                type + channels(in) + unless(1e-5, "eps", norm.epsilon()) + ")", GAIN, OFFSET);
    }

    private List<TorchModule> reshape() {
        return switch (out) {
            case Shape.Flat _ -> plain("nn.Flatten()");
            case Shape.Image(int height, int width, int channels) -> {
                String image = "nn.Unflatten(1, (%d, %d, %d))".formatted(channels, height, width);
                yield in instanceof Shape.Image ? plain("nn.Flatten()", image) : plain(image);
            }
        };
    }

    private static String unless(double usual, String argument, double value) {
        return value == usual ? "" : ", " + argument + "=" + number(value);
    }

    private static String bias(boolean has) {
        return has ? "" : ", bias=" + Python.truth(false);
    }

    private static TorchModule weighted(String code, boolean bias, Weight weight) {
        return bias ? TorchModule.of(code, weight, BIAS) : TorchModule.of(code, weight);
    }

    private static List<TorchModule> plain(String... codes) {
        var modules = new ArrayList<TorchModule>();
        for (String code : codes) {
            modules.add(TorchModule.of(code));
        }
        return modules;
    }

    private static List<TorchModule> followed(List<TorchModule> modules, Activation activation) {
        var all = new ArrayList<>(modules);
        activation(activation).map(TorchModule::of).ifPresent(all::add);
        return all;
    }

    private static Optional<String> activation(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> Optional.empty();
            case Activation.ReLU _ -> Optional.of("nn.ReLU()");
            case Activation.LeakyReLU(double slope) ->
                    Optional.of("nn.LeakyReLU(%s)".formatted(number(slope)));
            case Activation.ELU _ -> Optional.of("nn.ELU()");
            case Activation.SELU _ -> Optional.of("nn.SELU()");
            case Activation.GELU _ -> Optional.of("nn.GELU()");
            case Activation.Tanh _ -> Optional.of("nn.Tanh()");
            case Activation.Sigmoid _ -> Optional.of("nn.Sigmoid()");
            case Activation.Softplus _ -> Optional.of("nn.Softplus()");
            case Activation.Swish _ -> Optional.of("nn.SiLU()");
        };
    }

    private static int channels(Shape shape) {
        return shape.asImage().channels();
    }

    private static Shape.Image image(Shape shape) {
        return shape.asImage();
    }
}
