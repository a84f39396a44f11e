/** Models in Deeplearning4j's own zip, there and back. */
@NullMarked
package org.ganatelier.exchange.dl4j;

import org.jspecify.annotations.NullMarked;
