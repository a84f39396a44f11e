@NullMarked
package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.NullMarked;
