package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.model.ModelFormat;

/** In whose words a script is written. Both build their networks of Keras's layers. */
public enum Dialect {
    /** Keras 3 by itself. */
    KERAS(
            "Keras 3",
            "keras.ops",
            ".keras",
            ModelFormat.KERAS,
            "layers.LeakyReLU(negative_slope=%s)"),
    /** The Keras within TensorFlow: Keras 2 up to TensorFlow 2.15, Keras 3 from then on. */
    TENSORFLOW("TensorFlow", "tf", ".h5", ModelFormat.TENSORFLOW, "layers.LeakyReLU(%s)");

    private final String title;
    private final String ops;
    private final String ending;
    private final ModelFormat format;
    private final String leaky;

    Dialect(String title, String ops, String ending, ModelFormat format, String leaky) {
        this.title = title;
        this.ops = ops;
        this.ending = ending;
        this.format = format;
        this.leaky = leaky;
    }

    /** What must be installed. */
    String title() {
        return title;
    }

    /** Where the functions on tensors are. */
    String ops() {
        return ops;
    }

    /** Of the files of networks. */
    String ending() {
        return ending;
    }

    /** What it is the code for. */
    public ModelFormat format() {
        return format;
    }

    /** Keras 2 calls the slope alpha, Keras 3 otherwise; by its place both understand it. */
    String leakyReLU(String slope) {
        return leaky.formatted(slope);
    }

    /** The old name is the one that all versions know. */
    String swish() {
        return switch (this) {
            case KERAS -> "silu";
            case TENSORFLOW -> "swish";
        };
    }
}
