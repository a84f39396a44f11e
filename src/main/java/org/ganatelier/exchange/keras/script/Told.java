package org.ganatelier.exchange.keras.script;

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

    /** What goes into a network: a tensor, or a list of it and of labels. */
    String input(String tensor, String labels) {
        return labels() ? "[%s, %s]".formatted(tensor, labels) : tensor;
    }
}
