@NullMarked
package org.ganatelier.engine.stock;

import org.jspecify.annotations.NullMarked;
