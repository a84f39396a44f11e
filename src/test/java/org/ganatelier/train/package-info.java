@NullMarked
package org.ganatelier.train;

import org.jspecify.annotations.NullMarked;
