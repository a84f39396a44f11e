package org.ganatelier.sweep;

import org.ganatelier.plan.model.Plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One training of a sweep.
 *
 * @param name of its folder: the same for the same experiment, goals and score
 * @param base what the sweep file calls the experiment
 * @param settings that differ from it, by path, in the order of the file
 * @param plan of the experiment with these settings and its seed
 */
public record Cell(String name, String base, Map<String, String> settings, Plan plan) {
    public Cell {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The seed of its experiment. */
    public long seed() {
        return plan.experiment().seed();
    }
}
