/** The objective and the training: in brief on a card, in full in a drawer. */
@NullMarked
package org.ganatelier.ui.objective;

import org.jspecify.annotations.NullMarked;
