/**
 * What other programs read and write; {@link org.ganatelier.exchange.Formats} knows all readers.
 */
@NullMarked
package org.ganatelier.exchange;

import org.jspecify.annotations.NullMarked;
