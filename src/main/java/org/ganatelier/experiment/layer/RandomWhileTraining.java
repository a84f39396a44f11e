package org.ganatelier.experiment.layer;

/** A layer that changes samples at random while training. */
public interface RandomWhileTraining {
    /** Whether it does anything: a rate or a deviation of 0 does not. */
    boolean disturbs();
}
