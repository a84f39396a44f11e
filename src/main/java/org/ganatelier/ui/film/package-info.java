/** The film of a run: its checkpoints as small pictures, to look at and to go back to. */
@NullMarked
package org.ganatelier.ui.film;

import org.jspecify.annotations.NullMarked;
