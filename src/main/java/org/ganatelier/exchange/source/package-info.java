/**
 * Models out of the code of Keras and PyTorch. The code is never run: what it builds is followed
 * step by step, as far as that needs nothing but its own text, within limits of time and memory.
 */
@NullMarked
package org.ganatelier.exchange.source;

import org.jspecify.annotations.NullMarked;
