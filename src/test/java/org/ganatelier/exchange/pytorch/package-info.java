@NullMarked
package org.ganatelier.exchange.pytorch;

import org.jspecify.annotations.NullMarked;
