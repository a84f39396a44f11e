package org.ganatelier.train.quality;

/**
 * Whether a generator that is told what to draw draws it. An image that resembles no real one shows
 * no class.
 *
 * @param probability the classifier's mean probability that the class asked for was drawn, 0 to 1
 * @param right share of the images whose likeliest class is the one asked for, 0 to 1
 */
public record ClassAccuracy(double probability, double right) {}
