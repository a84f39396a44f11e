/** A run that is watched from its start to its end by the thread that started it. */
@NullMarked
package org.ganatelier.train.watch;

import org.jspecify.annotations.NullMarked;
