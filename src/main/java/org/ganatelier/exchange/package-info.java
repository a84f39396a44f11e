/** The ways to other programs. */
@NullMarked
package org.ganatelier.exchange;

import org.jspecify.annotations.NullMarked;
