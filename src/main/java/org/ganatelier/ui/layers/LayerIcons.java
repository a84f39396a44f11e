package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Purpose;
import org.kordamp.ikonli.feather.Feather;

import java.util.Map;

/** What each kind of layer looks like: its own icon or, where it has none, that of its purpose. */
public final class LayerIcons {
    private static final Map<String, Feather> OWN =
            Map.ofEntries(
                    Map.entry("Flatten", Feather.MORE_HORIZONTAL),
                    Map.entry("Reshape", Feather.BOX),
                    Map.entry("Conv2DTranspose", Feather.MAXIMIZE),
                    Map.entry("UpSampling2D", Feather.MAXIMIZE_2),
                    Map.entry("PixelShuffle", Feather.LAYOUT),
                    Map.entry("LayerNorm", Feather.ALIGN_JUSTIFY),
                    Map.entry("GaussianNoise", Feather.CLOUD_DRIZZLE),
                    Map.entry("MinibatchStdDev", Feather.USERS),
                    Map.entry("MaxPool", Feather.MINIMIZE_2),
                    Map.entry("GlobalAveragePool", Feather.TARGET));

    private LayerIcons() {}

    /** The icon of a layer's kind. */
    public static Feather of(LayerSpec layer) {
        return of(layer.kind());
    }

    static Feather of(Kind<?> kind) {
        return OWN.getOrDefault(kind.id(), of(kind.purpose()));
    }

    private static Feather of(Purpose purpose) {
        return switch (purpose) {
            case DENSE_AND_SHAPE -> Feather.SHARE_2;
            case CONVOLUTION -> Feather.GRID;
            case NORMALIZATION -> Feather.BAR_CHART_2;
            case ACTIVATION -> Feather.ACTIVITY;
            case REGULARIZATION -> Feather.DROPLET;
            case POOLING -> Feather.MINIMIZE;
        };
    }
}
