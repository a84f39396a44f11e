@NullMarked
package org.ganatelier.exchange.tfjs;

import org.jspecify.annotations.NullMarked;
