/** Sweeps in the window: what is varied, how they go, and what came of them. */
@NullMarked
package org.ganatelier.ui.sweep;

import org.jspecify.annotations.NullMarked;
