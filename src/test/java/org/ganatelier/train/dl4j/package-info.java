@NullMarked
package org.ganatelier.train.dl4j;

import org.jspecify.annotations.NullMarked;
