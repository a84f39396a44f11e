package org.ganatelier.plan.model;

import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;

import java.util.Optional;

/** Layers with one value changed; empty where the layer has no such value. */
public final class Retouch {
    private Retouch() {}

    /** The stride or factor of enlargement, 1 where the layer has none. */
    public static int stride(LayerSpec layer) {
        return switch (layer) {
            case Conv2D conv -> conv.stride();
            case Conv2DTranspose conv -> conv.stride();
            case UpSampling2D(int size) -> size;
            case PixelShuffle(int factor) -> factor;
            case MaxPool pool -> pool.stride();
            case AveragePool pool -> pool.stride();
            case Dense _, BatchNorm _, LayerNorm _, Activate _, Dropout _, GaussianNoise _ -> 1;
            case MinibatchStdDev _, Reshape _, Flatten _, GlobalAveragePool _ -> 1;
        };
    }

    /** With another stride or factor of enlargement. */
    public static Optional<LayerSpec> stride(LayerSpec layer, int stride) {
        return switch (layer) {
            case Conv2D(int f, int k, int _, Padding p, boolean b, boolean n, Activation a) ->
                    Optional.of(new Conv2D(f, k, stride, p, b, n, a));
            case Conv2DTranspose(
                            int f,
                            int k,
                            int _,
                            Padding p,
                            boolean b,
                            boolean n,
                            Activation a) ->
                    Optional.of(new Conv2DTranspose(f, k, stride, p, b, n, a));
            case UpSampling2D _ -> Optional.of(new UpSampling2D(stride));
            case PixelShuffle _ -> Optional.of(new PixelShuffle(stride));
            case MaxPool(int pool, int _, Padding p) -> Optional.of(new MaxPool(pool, stride, p));
            case AveragePool(int pool, int _, Padding p) ->
                    Optional.of(new AveragePool(pool, stride, p));
            case Dense _, BatchNorm _, LayerNorm _, Activate _, Dropout _, GaussianNoise _ ->
                    Optional.empty();
            case MinibatchStdDev _, Reshape _, Flatten _, GlobalAveragePool _ -> Optional.empty();
        };
    }

    /** With another kernel or pooling window. */
    public static Optional<LayerSpec> window(LayerSpec layer, int window) {
        return switch (layer) {
            case Conv2D(int f, int _, int s, Padding p, boolean b, boolean n, Activation a) ->
                    Optional.of(new Conv2D(f, window, s, p, b, n, a));
            case Conv2DTranspose(
                            int f,
                            int _,
                            int s,
                            Padding p,
                            boolean b,
                            boolean n,
                            Activation a) ->
                    Optional.of(new Conv2DTranspose(f, window, s, p, b, n, a));
            case MaxPool(int _, int s, Padding p) -> Optional.of(new MaxPool(window, s, p));
            case AveragePool(int _, int s, Padding p) -> Optional.of(new AveragePool(window, s, p));
            case Dense _, UpSampling2D _, BatchNorm _, LayerNorm _, Activate _ -> Optional.empty();
            case PixelShuffle _, Dropout _, GaussianNoise _, MinibatchStdDev _ -> Optional.empty();
            case Reshape _, Flatten _, GlobalAveragePool _ -> Optional.empty();
        };
    }

    /** With another padding. */
    public static Optional<LayerSpec> padding(LayerSpec layer, Padding padding) {
        return switch (layer) {
            case Conv2D(int f, int k, int s, Padding _, boolean b, boolean n, Activation a) ->
                    Optional.of(new Conv2D(f, k, s, padding, b, n, a));
            case Conv2DTranspose(
                            int f,
                            int k,
                            int s,
                            Padding _,
                            boolean b,
                            boolean n,
                            Activation a) ->
                    Optional.of(new Conv2DTranspose(f, k, s, padding, b, n, a));
            case MaxPool(int pool, int s, Padding _) -> Optional.of(new MaxPool(pool, s, padding));
            case AveragePool(int pool, int s, Padding _) ->
                    Optional.of(new AveragePool(pool, s, padding));
            case Dense _, UpSampling2D _, BatchNorm _, LayerNorm _, Activate _ -> Optional.empty();
            case PixelShuffle _, Dropout _, GaussianNoise _, MinibatchStdDev _ -> Optional.empty();
            case Reshape _, Flatten _, GlobalAveragePool _ -> Optional.empty();
        };
    }

    /** With another number of units or filters. */
    public static Optional<LayerSpec> width(LayerSpec layer, int width) {
        return switch (layer) {
            case Dense(int _, boolean b, boolean n, Activation a) ->
                    Optional.of(new Dense(width, b, n, a));
            case Conv2D(int _, int k, int s, Padding p, boolean b, boolean n, Activation a) ->
                    Optional.of(new Conv2D(width, k, s, p, b, n, a));
            case Conv2DTranspose(
                            int _,
                            int k,
                            int s,
                            Padding p,
                            boolean b,
                            boolean n,
                            Activation a) ->
                    Optional.of(new Conv2DTranspose(width, k, s, p, b, n, a));
            case UpSampling2D _, PixelShuffle _, BatchNorm _, LayerNorm _, Activate _ ->
                    Optional.empty();
            case Dropout _, GaussianNoise _, MinibatchStdDev _, Reshape _, Flatten _ ->
                    Optional.empty();
            case MaxPool _, AveragePool _, GlobalAveragePool _ -> Optional.empty();
        };
    }

    /** The activation inside a layer, linear included. */
    public static Optional<Activation> activation(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> Optional.of(dense.activation());
            case Conv2D conv -> Optional.of(conv.activation());
            case Conv2DTranspose conv -> Optional.of(conv.activation());
            case BatchNorm norm -> Optional.of(norm.activation());
            case LayerNorm norm -> Optional.of(norm.activation());
            case Activate activate -> Optional.of(activate.activation());
            case UpSampling2D _, PixelShuffle _, Dropout _, GaussianNoise _ -> Optional.empty();
            case MinibatchStdDev _, Reshape _, Flatten _ -> Optional.empty();
            case MaxPool _, AveragePool _, GlobalAveragePool _ -> Optional.empty();
        };
    }

    /** With another activation inside. */
    public static Optional<LayerSpec> activation(LayerSpec layer, Activation activation) {
        return switch (layer) {
            case Dense(int units, boolean b, boolean n, Activation _) ->
                    Optional.of(new Dense(units, b, n, activation));
            case Conv2D(int f, int k, int s, Padding p, boolean b, boolean n, Activation _) ->
                    Optional.of(new Conv2D(f, k, s, p, b, n, activation));
            case Conv2DTranspose(
                            int f,
                            int k,
                            int s,
                            Padding p,
                            boolean b,
                            boolean n,
                            Activation _) ->
                    Optional.of(new Conv2DTranspose(f, k, s, p, b, n, activation));
            case BatchNorm(double momentum, double epsilon, Activation _) ->
                    Optional.of(new BatchNorm(momentum, epsilon, activation));
            case LayerNorm(double epsilon, Activation _) ->
                    Optional.of(new LayerNorm(epsilon, activation));
            case Activate _ -> Optional.of(new Activate(activation));
            case UpSampling2D _, PixelShuffle _, Dropout _, GaussianNoise _ -> Optional.empty();
            case MinibatchStdDev _, Reshape _, Flatten _ -> Optional.empty();
            case MaxPool _, AveragePool _, GlobalAveragePool _ -> Optional.empty();
        };
    }
}
