@NullMarked
package org.ganatelier.exchange.dl4j;

import org.jspecify.annotations.NullMarked;
