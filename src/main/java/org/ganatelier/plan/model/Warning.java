package org.ganatelier.plan.model;

import java.util.List;

/**
 * Something that keeps no experiment from being trained, but is worth a second look.
 *
 * @param fixes the best first; empty where none is known, or none yet
 */
public record Warning(Problem.Place place, Concern concern, List<Fix> fixes) {
    public Warning {
        fixes = List.copyOf(fixes);
    }
}
