package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
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
        return layer instanceof Activated activated
                ? activated.activation()
                : new Activation.Linear();
    }

    static boolean isLinear(Activation activation) {
        return activation instanceof Activation.Linear;
    }
}
