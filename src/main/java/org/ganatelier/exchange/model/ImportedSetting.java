package org.ganatelier.exchange.model;

/** A setting of an experiment that code of other frameworks may say. */
public enum ImportedSetting {
    LATENT_SIZE,
    DATA,
    BATCH_SIZE,
    OBJECTIVE,
    CONDITIONING,
    INITIALIZATION,
    GENERATOR_OPTIMIZER,
    DISCRIMINATOR_OPTIMIZER
}
