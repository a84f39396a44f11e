package org.ganatelier.train.quality;

/**
 * A figure with its uncertainty.
 *
 * @param count how many images it is of
 * @param value of all these together
 * @param spread standard error of the value by the delete-a-group jackknife over ten groups
 *     (Quenouille 1949, Tukey 1958): sqrt((k - 1) / k * sum over groups of (value without the group
 *     - mean of those)²). A bootstrap would not do: it repeats images, which makes a Fréchet
 *     distance larger
 */
public record Estimate(int count, double value, double spread) {}
