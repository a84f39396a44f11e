/** Walking in z, the space of the noise. Pure functions. */
@NullMarked
package org.ganatelier.latent;

import org.jspecify.annotations.NullMarked;
