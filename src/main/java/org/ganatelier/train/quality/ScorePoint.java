package org.ganatelier.train.quality;

/**
 * How good a run's images were at one step.
 *
 * @param step how many steps were done when the images were made
 */
public record ScorePoint(long step, Score score) {}
