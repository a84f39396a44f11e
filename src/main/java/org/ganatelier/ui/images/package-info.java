/** The middle of the window: generated images, real ones, and both side by side. */
@NullMarked
package org.ganatelier.ui.images;

import org.jspecify.annotations.NullMarked;
