@NullMarked
package org.ganatelier.exchange.python;

import org.jspecify.annotations.NullMarked;
