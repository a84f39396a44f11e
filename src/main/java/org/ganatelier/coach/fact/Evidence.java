package org.ganatelier.coach.fact;

/**
 * A figure that a finding rests on.
 *
 * @param value finite
 */
public record Evidence(Figure figure, double value) {}
