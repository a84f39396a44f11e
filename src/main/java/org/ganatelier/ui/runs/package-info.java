/** The runs of the session side by side: a table of them. */
@NullMarked
package org.ganatelier.ui.runs;

import org.jspecify.annotations.NullMarked;
