package org.ganatelier.coach.fact;

/** What to look at beside a finding. */
public enum Picture {
    /** D's outputs on real and on generated samples. */
    OUTPUTS,
    /** The losses of both. */
    LOSSES,
    /** The length of G's gradient. */
    GRADIENT,
    /** How often each class is seen. */
    CLASSES,
    /** The Frechet distance over the steps. */
    DISTANCE,
    /** How different the samples are from each other over the steps. */
    VARIETY
}
