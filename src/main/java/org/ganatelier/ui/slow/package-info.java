/** One step in slow motion: what each player sees, loses and learns in it. */
@NullMarked
package org.ganatelier.ui.slow;

import org.jspecify.annotations.NullMarked;
