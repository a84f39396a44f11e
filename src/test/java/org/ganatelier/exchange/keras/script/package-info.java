@NullMarked
package org.ganatelier.exchange.keras.script;

import org.jspecify.annotations.NullMarked;
