package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activate;
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
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.kordamp.ikonli.feather.Feather;

/** What each kind of layer is called, looks like and does. */
public enum LayerKind {
    DENSE(
            "Dense",
            Feather.SHARE_2,
            "Connects every value with every output: the plainest layer, for vectors."),
    FLATTEN("Flatten", Feather.MORE_HORIZONTAL, "Lays an image out as one long vector."),
    RESHAPE(
            "Reshape",
            Feather.BOX,
            "Arranges the same values in another shape, such as a vector into an image."),
    CONV_2D(
            "Conv2D",
            Feather.GRID,
            "Slides small filters over an image; with a stride of 2 the image becomes half as"
                    + " large."),
    CONV_2D_TRANSPOSE(
            "Conv2DTranspose",
            Feather.MAXIMIZE,
            "The reverse of a convolution: with a stride of 2 the image becomes twice as large."),
    UP_SAMPLING_2D(
            "UpSampling2D",
            Feather.MAXIMIZE_2,
            "Makes an image larger by repeating its pixels; it learns nothing itself."),
    PIXEL_SHUFFLE(
            "PixelShuffle",
            Feather.LAYOUT,
            "Makes an image larger by laying groups of channels side by side as pixels."),
    BATCH_NORM(
            "BatchNorm",
            Feather.BAR_CHART_2,
            "Brings each channel to mean 0 and deviation 1 over the batch, which steadies"
                    + " training."),
    LAYER_NORM(
            "LayerNorm",
            Feather.ALIGN_JUSTIFY,
            "Brings each sample to mean 0 and deviation 1, whatever the rest of the batch is."),
    ACTIVATION(
            "Activation",
            Feather.ACTIVITY,
            "Bends every value by a curve; without one, many layers are no better than one."),
    DROPOUT(
            "Dropout",
            Feather.DROPLET,
            "Sets some values to zero at random while training, so that no single one is relied"
                    + " upon."),
    GAUSSIAN_NOISE(
            "GaussianNoise",
            Feather.CLOUD_DRIZZLE,
            "Adds a little noise while training, which makes the discriminator's task harder."),
    MINIBATCH_STD_DEV(
            "MinibatchStdDev",
            Feather.USERS,
            "Tells the discriminator, and only there, how much the images of a batch differ, so"
                    + " that a generator that repeats itself is found out."),
    MAX_POOL(
            "MaxPool",
            Feather.MINIMIZE_2,
            "Keeps the largest value of each small window: a smaller image, the strongest marks."),
    AVERAGE_POOL(
            "AveragePool",
            Feather.MINIMIZE,
            "Keeps the mean of each small window: a smaller, smoother image."),
    GLOBAL_AVERAGE_POOL(
            "GlobalAveragePool",
            Feather.TARGET,
            "Keeps one mean per channel: an image becomes a short vector.");

    private final String title;
    private final Feather icon;
    private final String sentence;

    LayerKind(String title, Feather icon, String sentence) {
        this.title = title;
        this.icon = icon;
        this.sentence = sentence;
    }

    public static LayerKind of(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> DENSE;
            case Conv2D conv -> CONV_2D;
            case Conv2DTranspose conv -> CONV_2D_TRANSPOSE;
            case UpSampling2D up -> UP_SAMPLING_2D;
            case PixelShuffle shuffle -> PIXEL_SHUFFLE;
            case MinibatchStdDev deviation -> MINIBATCH_STD_DEV;
            case BatchNorm norm -> BATCH_NORM;
            case LayerNorm norm -> LAYER_NORM;
            case Activate activate -> ACTIVATION;
            case Dropout dropout -> DROPOUT;
            case GaussianNoise noise -> GAUSSIAN_NOISE;
            case Reshape reshape -> RESHAPE;
            case Flatten flatten -> FLATTEN;
            case MaxPool pool -> MAX_POOL;
            case AveragePool pool -> AVERAGE_POOL;
            case GlobalAveragePool pool -> GLOBAL_AVERAGE_POOL;
        };
    }

    String title() {
        return title;
    }

    public Feather icon() {
        return icon;
    }

    /** What it does, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
