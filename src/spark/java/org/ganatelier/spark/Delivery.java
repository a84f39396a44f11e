package org.ganatelier.spark;

import java.io.Serializable;

/**
 * What comes back from an executor.
 *
 * @param result as JSON
 * @param files of the cell
 */
record Delivery(String result, CellFiles files) implements Serializable {
    private static final long serialVersionUID = 1;
}
