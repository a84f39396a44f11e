/** Where the log goes: to the terminal and, from a window, to files that stay small. */
@NullMarked
package org.ganatelier.log;

import org.jspecify.annotations.NullMarked;
