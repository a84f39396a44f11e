package org.ganatelier.experiment.layer;

/** A layer whose output for a sample depends on the other samples of its batch. */
public interface MixesSamples {
    /** Whether it does so after training, too; otherwise it then goes by running statistics. */
    boolean mixesWhenTrained();
}
