package org.ganatelier.sweep;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.experiment.data.DataSpec;

import java.util.HashMap;
import java.util.Map;

/** Each data set in memory once, however many cells learn from it. For any thread. */
final class DataSets {
    private final Map<DataSpec, Dataset> open = new HashMap<>();

    synchronized Dataset open(DataSpec spec) {
        return open.computeIfAbsent(spec, Datasets::open);
    }
}
