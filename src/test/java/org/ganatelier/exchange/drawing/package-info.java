@NullMarked
package org.ganatelier.exchange.drawing;

import org.jspecify.annotations.NullMarked;
