/** Update rules of the weights. */
@NullMarked
package org.ganatelier.engine.optimizer;

import org.jspecify.annotations.NullMarked;
