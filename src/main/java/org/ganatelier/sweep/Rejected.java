package org.ganatelier.sweep;

import org.ganatelier.plan.model.Outcome;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A combination that cannot be trained: it is named, and passed over.
 *
 * @param base what the sweep file calls the experiment
 * @param settings that differ from it, by path, in the order of the file
 * @param outcome with its problems
 */
public record Rejected(String base, Map<String, String> settings, Outcome.Rejected outcome) {
    public Rejected {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
