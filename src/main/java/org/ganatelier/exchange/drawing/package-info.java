/** Drawings for other programs. */
@NullMarked
package org.ganatelier.exchange.drawing;

import org.jspecify.annotations.NullMarked;
