package org.ganatelier.exchange.pytorch;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;

/**
 * What of an experiment decides how its code reads: whether samples are images or points, and
 * whether the networks are told classes.
 *
 * @param classes 0 where they are told none
 */
record Told(Shape shape, int classes) {
    static Told of(Experiment experiment) {
        return new Told(experiment.data().shape(), experiment.classes());
    }

    boolean areImages() {
        return shape instanceof Shape.Image;
    }

    boolean labels() {
        return classes > 0;
    }

    /** "images" or "points". */
    String samples() {
        return areImages() ? "images" : "points";
    }

    /** Code that is there only where the networks are told classes. */
    String ifLabels(String code) {
        return labels() ? code : "";
    }

    /** How many axes of a batch come after the first. */
    int axes() {
        return areImages() ? 3 : 1;
    }
}
