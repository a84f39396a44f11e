package org.ganatelier.exchange.pytorch;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
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
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.ZeroPadding2D;

/** What a layer's card shows, in a comment's few words. */
final class Cards {
    private Cards() {}

    /** Such as "Conv2D 64, kernel 4, stride 2". */
    static String title(LayerSpec layer) {
        return layer.title() + details(layer);
    }

    private static String details(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> " " + dense.units() + spectral(dense.spectralNorm());
            case Conv2D conv ->
                    " "
                            + conv.filters()
                            + window("kernel", conv.window())
                            + spectral(conv.spectralNorm());
            case Conv2DTranspose conv ->
                    " "
                            + conv.filters()
                            + window("kernel", conv.window())
                            + spectral(conv.spectralNorm());
            case SeparableConv2D conv -> " " + conv.filters() + window("kernel", conv.window());
            case DepthwiseConv2D conv -> window("kernel", conv.window());
            case MaxPool pool -> window("window", pool.window());
            case AveragePool pool -> window("window", pool.window());
            case UpSampling2D(int size) -> " " + size;
            case PixelShuffle(int factor) -> " " + factor;
            case Reshape(Shape target) -> " to " + target.toString().replace('×', 'x');
            case BatchNorm _, LayerNorm _, Activate _, PReLU _, Dropout _ -> "";
            case GaussianNoise _, MinibatchStdDev _, Flatten _ -> "";
            case ZeroPadding2D _, Cropping2D _, GlobalMaxPool _, GlobalAveragePool _ -> "";
        };
    }

    private static String spectral(boolean normalized) {
        return normalized ? ", spectral normalization" : "";
    }

    private static String window(String name, Window window) {
        return ", %s %d, stride %d".formatted(name, window.size(), window.stride());
    }
}
