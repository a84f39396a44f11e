/** The right of the window: what a run has measured, as curves. */
@NullMarked
package org.ganatelier.ui.charts;

import org.jspecify.annotations.NullMarked;
