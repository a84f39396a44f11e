/**
 * The part of Python that models are described in, as a tree. Code is parsed and never run; what is
 * outside that part is skipped line by line.
 */
@NullMarked
package org.ganatelier.exchange.python;

import org.jspecify.annotations.NullMarked;
