package org.ganatelier.engine.nd4j;

/** How the numbers of images follow each other in memory. */
public enum Order {
    /** [sample, channel, row, column]: as ND4J's operations and checkpoints have them. */
    CHANNELS_FIRST,
    /** [sample, row, column, channel]: as oneDNN's fastest convolutions have them. */
    CHANNELS_LAST
}
