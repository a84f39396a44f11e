package org.ganatelier.ui.shell;

import java.util.Locale;

/** The places of the window that hold panels, in the order in which F6 visits them. */
enum Area {
    LEFT,
    MIDDLE,
    RIGHT,
    /** One line below those, as wide as the window. */
    LINE,
    /** Below the others, as wide as the window; may be hidden. */
    BOTTOM,
    /** Above the others, as wide as the window and as low as its panel can be. */
    TOP;

    /** Its name in the settings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
