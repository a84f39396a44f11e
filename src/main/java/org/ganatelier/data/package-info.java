/** Images as bytes on disk and as float batches in memory. */
@NullMarked
package org.ganatelier.data;

import org.jspecify.annotations.NullMarked;
