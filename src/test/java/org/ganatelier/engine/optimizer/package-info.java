@NullMarked
package org.ganatelier.engine.optimizer;

import org.jspecify.annotations.NullMarked;
