package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Finding;

import java.util.Optional;

/** Looks for one thing. Without state: it says the same of the same moment. */
public interface Rule {
    /** Its name, in words joined by hyphens: {@code mode-collapse}. */
    String id();

    /** What it has found, if it has. */
    Optional<Finding> look(Moment moment);

    /** For how many steps it must find the same before it is said. */
    default int patience() {
        return 100;
    }
}
