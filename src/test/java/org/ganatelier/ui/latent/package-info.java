/** Tests. */
@NullMarked
package org.ganatelier.ui.latent;

import org.jspecify.annotations.NullMarked;
