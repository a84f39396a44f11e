/** The way in: {@link org.ganatelier.Main} opens the window, or runs the command line. */
@NullMarked
package org.ganatelier;

import org.jspecify.annotations.NullMarked;
