/** The same engine without a window: the program's command line. */
@NullMarked
package org.ganatelier.cli;

import org.jspecify.annotations.NullMarked;
