/** The bottom of the window: walking in the space of the noise. */
@NullMarked
package org.ganatelier.ui.latent;

import org.jspecify.annotations.NullMarked;
