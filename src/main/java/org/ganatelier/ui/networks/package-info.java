/** The two stacks of layers as cards with shapes between them, and the objective. */
@NullMarked
package org.ganatelier.ui.networks;

import org.jspecify.annotations.NullMarked;
