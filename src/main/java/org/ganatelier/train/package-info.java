/** Make it happen: training as the rest of the program sees it, with no backend named. */
@NullMarked
package org.ganatelier.train;

import org.jspecify.annotations.NullMarked;
