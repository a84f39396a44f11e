@NullMarked
package org.ganatelier.exchange.keras;

import org.jspecify.annotations.NullMarked;
