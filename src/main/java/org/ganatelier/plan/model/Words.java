package org.ganatelier.plan.model;

import org.ganatelier.experiment.layer.Activation;

import java.util.Locale;

/** What activations and counts are called in sentences. */
public final class Words {
    private Words() {}

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

    /** With a capital first. */
    public static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** "1 filter", "2 filters". */
    public static String count(long count, String noun) {
        return Count.text(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
