package org.ganatelier.exchange.source;

import org.ganatelier.exchange.source.Given.UnableException;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;

import java.util.List;
import java.util.Optional;

/** Convolutions as PyTorch writes them. */
final class TorchConvolutions {
    private static final List<String> KERNEL = List.of("kernel_size");
    private static final List<String> STRIDE = List.of("stride");
    private static final List<String> PADDING = List.of("padding");
    private static final Activation LINEAR = new Activation.Linear();

    private TorchConvolutions() {}

    /** So many pixels on every side. */
    static Padding explicit(int pixels) {
        return pixels == 0 ? Padding.VALID : new Padding.Explicit(pixels);
    }

    static LayerSpec conv(Given given) throws UnableException {
        requireZeros(given);
        int filters = given.whole("out_channels", 1);
        int kernel = given.side(KERNEL, 2, 0);
        int stride = given.side(STRIDE, 3, 1);
        int dilation = given.side(List.of("dilation"), 5, 1);
        Padding padding = padding(given, dilation * (kernel - 1), stride);
        boolean bias = given.truth("bias", 7, true);
        int groups = given.whole("groups", 6, 1);
        if (groups == 1) {
            return new Conv2D(
                    filters,
                    kernel,
                    stride,
                    dilation,
                    padding,
                    bias,
                    given.call().spectral(),
                    LINEAR);
        }
        boolean depthwise = groups == given.whole("in_channels", 0) && filters % groups == 0;
        if (!depthwise || dilation != 1 || given.call().spectral()) {
            throw given.unable("groups", Value.number(groups));
        }
        return new DepthwiseConv2D(filters / groups, kernel, stride, padding, bias, LINEAR);
    }

    private static void requireZeros(Given given) throws UnableException {
        Value mode = given.get("padding_mode", 8).orElse(new Value.Text("zeros"));
        if (!mode.equals(new Value.Text("zeros"))) {
            throw given.unable("padding_mode", mode);
        }
    }

    /**
     * At stride 1, half of what a window reaches is what Keras calls "same"; at other strides that
     * depends on the size of the image.
     */
    private static Padding padding(Given given, int reach, int stride) throws UnableException {
        Optional<Value> value = given.get("padding", 4);
        if (value.isPresent() && value.get() instanceof Value.Text(String word)) {
            return switch (word) {
                case "same" -> Padding.SAME;
                case "valid" -> Padding.VALID;
                default -> throw given.unable("padding", value.get());
            };
        }
        int pixels = given.side(PADDING, 4, 0);
        return stride == 1 && pixels > 0 && 2 * pixels == reach ? Padding.SAME : explicit(pixels);
    }

    static Conv2DTranspose transposed(Given given) throws UnableException {
        requireZeros(given);
        given.only("dilation", 8, 1);
        given.only("groups", 6, 1);
        int kernel = given.side(KERNEL, 2, 0);
        int stride = given.side(STRIDE, 3, 1);
        int pixels = given.side(PADDING, 4, 0);
        int more = given.side(List.of("output_padding"), 5, 0);
        // Where both sides lose the same, this is what Keras calls "same": s times the image.
        boolean same = pixels > 0 && more == 0 && kernel - stride == 2 * pixels;
        return new Conv2DTranspose(
                given.whole("out_channels", 1),
                kernel,
                stride,
                same ? Padding.SAME : explicit(pixels),
                more,
                given.truth("bias", 7, true),
                given.call().spectral(),
                LINEAR);
    }
}
