/** What is said of images: figures of generated ones beside the same figures of real ones. */
@NullMarked
package org.ganatelier.train.quality;

import org.jspecify.annotations.NullMarked;
