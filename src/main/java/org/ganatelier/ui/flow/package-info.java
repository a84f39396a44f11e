/** The game in one picture: from noise to both losses, and back. */
@NullMarked
package org.ganatelier.ui.flow;

import org.jspecify.annotations.NullMarked;
