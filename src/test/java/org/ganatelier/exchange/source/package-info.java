@NullMarked
package org.ganatelier.exchange.source;

import org.jspecify.annotations.NullMarked;
