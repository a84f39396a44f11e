/** Writes tables of figures. */
@NullMarked
package org.ganatelier.exchange.table;

import org.jspecify.annotations.NullMarked;
