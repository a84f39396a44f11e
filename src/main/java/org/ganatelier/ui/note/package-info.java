/** The author's own words about an experiment. */
@NullMarked
package org.ganatelier.ui.note;

import org.jspecify.annotations.NullMarked;
