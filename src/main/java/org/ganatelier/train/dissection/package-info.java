/** One real step, taken apart: what each player saw, lost and learnt in it. */
@NullMarked
package org.ganatelier.train.dissection;

import org.jspecify.annotations.NullMarked;
