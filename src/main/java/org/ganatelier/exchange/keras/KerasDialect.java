package org.ganatelier.exchange.keras;

/** Whose Keras a model is written for: they name some things differently. */
public enum KerasDialect {
    /** Keras 3: {@code .keras}. */
    KERAS_3,
    /** Keras 2, and whatever reads its {@code .h5} files, Keras 3 among them. */
    KERAS_2,
    /** TensorFlow.js, which has the names of Keras 2 and fewer layers. */
    TFJS
}
