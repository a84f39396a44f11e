package org.ganatelier.text;

import org.ganatelier.experiment.layer.Activation;

/** What activations are called in sentences: by their names in papers, in every language. */
public final class ActivationText {
    private ActivationText() {}

    /** Such as "tanh". */
    public static String name(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> "linear";
            case Activation.ReLU _ -> "ReLU";
            case Activation.LeakyReLU _ -> "LeakyReLU";
            case Activation.ELU _ -> "ELU";
            case Activation.GELU _ -> "GELU";
            case Activation.Tanh _ -> "tanh";
            case Activation.Sigmoid _ -> "sigmoid";
            case Activation.Softplus _ -> "softplus";
            case Activation.Swish _ -> "swish";
        };
    }
}
