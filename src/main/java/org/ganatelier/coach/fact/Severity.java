package org.ganatelier.coach.fact;

/** How bad a finding is; the worst comes last. */
public enum Severity {
    /** All is well. */
    GOOD,
    /** Something worth knowing, which does no harm. */
    NOTE,
    /** The run goes wrong, and may still be saved. */
    WARNING,
    /** The run is lost. */
    FAILURE
}
