/** PyTorch: the code of an experiment, and state dictionaries to and from it. */
@NullMarked
package org.ganatelier.exchange.pytorch;

import org.jspecify.annotations.NullMarked;
