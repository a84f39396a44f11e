package org.ganatelier.experiment.basics;

/** What can be out of range. Each one has a message of its own, which says so. */
public enum Quantity {
    // Shapes and data.
    VALUES_OF_A_VECTOR,
    PIXELS_OF_AN_IMAGE,
    CHANNELS_OF_AN_IMAGE,
    CLASSES,
    CLUSTERS,
    // Layers and activations: their owner is the layer or the activation.
    UNITS,
    FILTERS,
    WINDOW,
    STRIDE,
    DILATION,
    PADDING,
    OUTPUT_PADDING,
    FACTOR,
    GROUP_SIZE,
    RATE,
    DEVIATION,
    MOMENTUM,
    EPSILON,
    SLOPE,
    ADDED_ROWS,
    CUT_ROWS,
    // The experiment and its training.
    NOISE_SIZE,
    BATCH_SIZE,
    DISCRIMINATOR_UPDATES,
    GENERATOR_UPDATES,
    AVERAGE_DECAY,
    LEARNING_RATE,
    /** Its owner is beta1 or beta2. */
    BETA,
    WEIGHT_DECAY,
    CLIP_NORM,
    SCHEDULE_STEPS,
    SCHEDULE_SHARE,
    // The objective.
    LABEL_SMOOTHING,
    INSTANCE_NOISE,
    INSTANCE_NOISE_STEPS,
    /** Its owner is R1 or R2. */
    PENALTY,
    /** Its owner is R1 or R2. */
    PENALTY_INTERVAL,
    WEIGHT_CLIP,
    GRADIENT_PENALTY
}
