package org.ganatelier.engine.gan;

import java.io.Serial;

/** A loss is no longer a number. */
public final class DivergedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
}
