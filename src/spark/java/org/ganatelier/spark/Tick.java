package org.ganatelier.spark;

import java.io.Serializable;

/**
 * How far a cell is, told by an executor while it goes on.
 *
 * @param step 0 as it begins
 * @param seconds of training so far
 */
record Tick(String cell, long step, double seconds) implements Serializable {
    private static final long serialVersionUID = 1;
}
