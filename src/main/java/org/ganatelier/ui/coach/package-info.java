/** What the coach says, in a line below the columns. */
@NullMarked
package org.ganatelier.ui.coach;

import org.jspecify.annotations.NullMarked;
