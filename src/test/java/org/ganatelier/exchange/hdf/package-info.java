@NullMarked
package org.ganatelier.exchange.hdf;

import org.jspecify.annotations.NullMarked;
