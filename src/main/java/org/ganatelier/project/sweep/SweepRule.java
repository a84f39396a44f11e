package org.ganatelier.project.sweep;

/** What a value of a sweep file must be, beyond its kind. */
public enum SweepRule {
    /** A list has at least one value. */
    NOT_EMPTY,
    /** A list has each value once. */
    ONCE,
    /** A number is at least 1. */
    AT_LEAST_ONE,
    /** A number is at least 2. */
    AT_LEAST_TWO,
    /** A number is above 0. */
    ABOVE_ZERO,
    /** The end of a range lies above its beginning. */
    ABOVE_FROM,
    /** A goal is either steps or seconds. */
    STEPS_OR_SECONDS,
    /** As many images as can be scored. */
    SCORABLE,
    /** Rungs rise, and lie below the goal. */
    RUNGS_RISE,
    /** A share lies between 0 and 1. */
    SHARE,
    /** Weak trainings are known by their scores. */
    HALVING_NEEDS_SCORE,
    /** The experiment's data has a classifier to score by. */
    HALVING_NEEDS_CLASSIFIER,
    /** Ranges that are drawn together have the same count. */
    SAME_COUNT,
    /** There are not more trainings than anybody can wait for. */
    NOT_TOO_MANY
}
