/** What the coach says, below the curves. */
@NullMarked
package org.ganatelier.ui.coach;

import org.jspecify.annotations.NullMarked;
