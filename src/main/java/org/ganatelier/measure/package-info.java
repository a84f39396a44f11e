/** How good are the images: figures of generated images beside the same figures of real ones. */
@NullMarked
package org.ganatelier.measure;

import org.jspecify.annotations.NullMarked;
