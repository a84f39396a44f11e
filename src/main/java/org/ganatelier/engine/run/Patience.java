package org.ganatelier.engine.run;

/** How those who wait for the end of a step feel about it. Asked often, so answers are quick. */
interface Patience {
    /** Whether somebody has waited long enough. */
    boolean over();

    /** Whether nobody looks at these networks again. */
    boolean closed();
}
