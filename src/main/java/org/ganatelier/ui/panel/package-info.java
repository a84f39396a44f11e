/** What a panel is to the window, and the window to a panel. */
@NullMarked
package org.ganatelier.ui.panel;

import org.jspecify.annotations.NullMarked;
