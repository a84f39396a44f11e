package org.ganatelier.coach.fact;

import java.util.Locale;

/** What a figure of the evidence is. */
public enum Figure {
    /** Mean of D's output on real samples. */
    D_REAL(Unit.NUMBER),
    /** Mean of D's output on generated samples. */
    D_FAKE(Unit.NUMBER),
    /** How far D's outputs on real and on generated samples lie apart. */
    GAP(Unit.NUMBER),
    /** Mean of G's loss. */
    GENERATOR_LOSS(Unit.NUMBER),
    /** The same, earlier in the run. */
    GENERATOR_LOSS_BEFORE(Unit.NUMBER),
    /** Mean of D's loss. */
    DISCRIMINATOR_LOSS(Unit.NUMBER),
    /** Mean length of G's gradient. */
    GENERATOR_GRADIENT(Unit.SMALL),
    /** The same, at the beginning of the run. */
    GENERATOR_GRADIENT_BEFORE(Unit.SMALL),
    /** Slope of G's loss to D's logit: the share of a full push that reaches G. */
    SLOPE(Unit.SMALL),
    /** Classes that the classifier sees. */
    CLASSES_SEEN(Unit.COUNT),
    /** Classes that the data has. */
    CLASSES(Unit.COUNT),
    /** Share of the images that show the most frequent class. */
    LARGEST_SHARE(Unit.SHARE),
    /** The most frequent class, from 0. */
    LARGEST_CLASS(Unit.CLASS),
    /** The length between two samples, as a share of that between two real ones. */
    VARIETY(Unit.SHARE),
    /** Frechet distance. */
    FRECHET(Unit.NUMBER),
    /** The same, earlier in the run. */
    FRECHET_BEFORE(Unit.NUMBER),
    /** The same, of real images. */
    FRECHET_REAL(Unit.NUMBER),
    /** Share of images that are nearly the same as one of the training images. */
    COPIES(Unit.SHARE),
    /** The length to the nearest training sample, as a share of the same of real ones. */
    NEAREST(Unit.SHARE),
    /** How often a curve went up and down again. */
    SWINGS(Unit.COUNT),
    /** How far it went from peak to trough. */
    SWING(Unit.NUMBER),
    /** Steps of one up and down, on average. */
    PERIOD(Unit.COUNT),
    /** Steps that were looked at. */
    STEPS(Unit.COUNT),
    /** The step at which it began. */
    SINCE(Unit.COUNT),
    /** Samples of a batch. */
    BATCH_SIZE(Unit.COUNT),
    /** How much a loss scatters from one step to the next: its standard deviation. */
    SCATTER(Unit.NUMBER),
    /** The learning rate of G. */
    GENERATOR_RATE(Unit.SMALL),
    /** The learning rate of D. */
    DISCRIMINATOR_RATE(Unit.SMALL),
    /** How many times as far one network may move in a step as the other. */
    RATIO(Unit.COUNT),
    /** Updates of D in a step. */
    DISCRIMINATOR_STEPS(Unit.COUNT),
    /** The value that a loss stays at. */
    LEVEL(Unit.NUMBER);

    /** How a figure is written. */
    public enum Unit {
        /** With a few decimals. */
        NUMBER,
        /** With two digits, however small. */
        SMALL,
        /** Whole. */
        COUNT,
        /** In percent; 0 to 1. */
        SHARE,
        /** A class of the data. */
        CLASS
    }

    private final Unit unit;

    Figure(Unit unit) {
        this.unit = unit;
    }

    /** How it is written. */
    public Unit unit() {
        return unit;
    }

    /** Its name in JSON: {@code d_real}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
