/** Tests. */
@NullMarked
package org.ganatelier.latent;

import org.jspecify.annotations.NullMarked;
