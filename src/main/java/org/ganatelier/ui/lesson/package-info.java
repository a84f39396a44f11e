/** What a preset teaches: what to look at, why, what to try. */
@NullMarked
package org.ganatelier.ui.lesson;

import org.jspecify.annotations.NullMarked;
