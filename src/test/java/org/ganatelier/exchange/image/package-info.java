@NullMarked
package org.ganatelier.exchange.image;

import org.jspecify.annotations.NullMarked;
