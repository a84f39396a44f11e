/** Below the curves: how good the generated images are. */
@NullMarked
package org.ganatelier.ui.quality;

import org.jspecify.annotations.NullMarked;
