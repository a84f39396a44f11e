package org.ganatelier.experiment.objective;

/**
 * A level of the losses' plot that has a meaning. D's loss is drawn halved there, as the mean of
 * its parts on real and on generated images.
 *
 * @param id in the keys of its messages, {@code charts.guide.}id
 */
public record LossGuide(String id, double value) {}
