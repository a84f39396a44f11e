package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.Obstacle.Lack;
import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;
import java.util.Optional;

/** What of a network Keras cannot express. */
public final class KerasObstacles {
    /** Keras refuses to add more. */
    private static final double MOST_NOISE = 1;

    private KerasObstacles() {}

    /** One for each layer that cannot be written. */
    public static List<Obstacle> of(
            PortableNetwork network, KerasDialect dialect, ModelFormat format) {
        return network.layers().stream()
                .flatMap(
                        layer ->
                                lack(layer, dialect).stream()
                                        .map(
                                                lack ->
                                                        new Obstacle(
                                                                format,
                                                                new Place.Layer(
                                                                        network.side(),
                                                                        layer.index()),
                                                                lack)))
                .toList();
    }

    private static Optional<Lack> lack(PortableLayer layer, KerasDialect dialect) {
        LayerSpec spec = layer.spec();
        if (spec instanceof MinibatchStdDev && dialect != KerasDialect.KERAS_3) {
            return Optional.of(new Lack.Layer(spec));
        }
        // Keras refuses both together, as TensorFlow does.
        if (spec instanceof Conv2D conv && conv.stride() > 1 && conv.dilation() > 1) {
            return Optional.of(new Lack.Setting(spec, "dilation"));
        }
        if (spec instanceof GaussianNoise(double deviation) && deviation > MOST_NOISE) {
            return Optional.of(new Lack.Setting(spec, "deviation"));
        }
        boolean pools = spec instanceof MaxPool || spec instanceof AveragePool;
        if (pools && spec instanceof Windowed windowed && !canPool(windowed.window(), layer)) {
            return Optional.of(new Lack.Setting(spec, "padding"));
        }
        return Optional.empty();
    }

    private static boolean canPool(Window window, PortableLayer layer) {
        return !(window.padding() instanceof Padding.Explicit(int pixels) && pixels > 0)
                || isLikeSame(window, layer.input().asImage(), layer.output().asImage());
    }

    /** Whether explicit padding is what "same" pads with on this image. */
    static boolean isLikeSame(Window window, Shape.Image in, Shape.Image out) {
        return window.padding() instanceof Padding.Explicit(int pixels)
                && isLikeSame(pixels, window, in.height(), out.height())
                && isLikeSame(pixels, window, in.width(), out.width());
    }

    private static boolean isLikeSame(int pixels, Window window, int in, int out) {
        int total = Math.max((out - 1) * window.stride() + window.size() - in, 0);
        return out == Math.ceilDiv(in, window.stride()) && total / 2 == pixels;
    }
}
