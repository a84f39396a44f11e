package org.ganatelier.train.dl4j;

import java.io.Serial;

/** A loss is no longer a number. */
final class DivergedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
}
