package org.ganatelier.ui.shell;

import java.util.Locale;

/** The places of the window that hold panels, in the order in which F6 visits them. */
enum Area {
    LEFT,
    MIDDLE,
    RIGHT,
    /** Below the others, as wide as the window; may be hidden. */
    BOTTOM;

    /** Its name in the settings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
