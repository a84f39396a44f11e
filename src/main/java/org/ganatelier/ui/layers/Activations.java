package org.ganatelier.ui.layers;

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
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.ui.widget.Numbers;

import java.util.List;

/** Activations as the user meets them. */
public final class Activations {
    /** As in DCGAN (Radford et al. 2015) and most GANs since. */
    static final Activation.LeakyReLU LEAKY = new Activation.LeakyReLU(0.2);

    private Activations() {}

    /** One of each, in the order of a menu; parameters have their usual values. */
    static List<Activation> all() {
        return List.of(
                new Activation.Linear(),
                new Activation.ReLU(),
                LEAKY,
                new Activation.ELU(),
                new Activation.GELU(),
                new Activation.Tanh(),
                new Activation.Sigmoid(),
                new Activation.Softplus(),
                new Activation.Swish());
    }

    /** The same list, with this activation, its parameters as they are, in its own place. */
    static List<Activation> allWith(Activation now) {
        return all().stream().map(each -> name(each).equals(name(now)) ? now : each).toList();
    }

    static String name(Activation activation) {
        return switch (activation) {
            case Activation.Linear() -> "linear";
            case Activation.ReLU() -> "ReLU";
            case Activation.LeakyReLU(double slope) -> "LeakyReLU";
            case Activation.ELU() -> "ELU";
            case Activation.GELU() -> "GELU";
            case Activation.Tanh() -> "tanh";
            case Activation.Sigmoid() -> "sigmoid";
            case Activation.Softplus() -> "softplus";
            case Activation.Swish() -> "swish";
        };
    }

    /** Name and parameter: "LeakyReLU 0.2". */
    static String text(Activation activation) {
        return activation instanceof Activation.LeakyReLU(double slope)
                ? name(activation) + " " + Numbers.text(slope)
                : name(activation);
    }

    public static String sentence(Activation activation) {
        return switch (activation) {
            case Activation.Linear() -> "Passes every value on unchanged.";
            case Activation.ReLU() ->
                    "Keeps positive values and sets negative ones to zero; the usual choice inside"
                            + " a generator.";
            case Activation.LeakyReLU(double slope) ->
                    "Keeps positive values and shrinks negative ones instead of losing them; the"
                            + " usual choice inside a discriminator.";
            case Activation.ELU() ->
                    "Keeps positive values and bends negative ones smoothly towards −1.";
            case Activation.GELU() ->
                    "A smooth ReLU that weighs each value by how likely it is to be large.";
            case Activation.Tanh() ->
                    "Squeezes every value between −1 and 1, the range of the images: the usual end"
                            + " of a generator.";
            case Activation.Sigmoid() ->
                    "Squeezes every value between 0 and 1, as a probability; not needed at the end"
                            + " of the discriminator, whose objective takes the raw score.";
            case Activation.Softplus() -> "A smooth ReLU that is always above zero.";
            case Activation.Swish() ->
                    "Multiplies each value by its own sigmoid: smooth, and slightly negative before"
                            + " it rises.";
        };
    }

    /** What a layer's values have gone through when they leave it. */
    static Activation after(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> dense.activation();
            case Conv2D conv -> conv.activation();
            case Conv2DTranspose conv -> conv.activation();
            case BatchNorm norm -> norm.activation();
            case LayerNorm norm -> norm.activation();
            case Activate activate -> activate.activation();
            case UpSampling2D up -> new Activation.Linear();
            case PixelShuffle shuffle -> new Activation.Linear();
            case MinibatchStdDev deviation -> new Activation.Linear();
            case Dropout dropout -> new Activation.Linear();
            case GaussianNoise noise -> new Activation.Linear();
            case Reshape reshape -> new Activation.Linear();
            case Flatten flatten -> new Activation.Linear();
            case MaxPool pool -> new Activation.Linear();
            case AveragePool pool -> new Activation.Linear();
            case GlobalAveragePool pool -> new Activation.Linear();
        };
    }

    static boolean isLinear(Activation activation) {
        return activation instanceof Activation.Linear;
    }
}
