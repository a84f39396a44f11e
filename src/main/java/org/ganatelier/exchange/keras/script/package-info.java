/** Python scripts for Keras 3 and for TensorFlow, as a person would write them. */
@NullMarked
package org.ganatelier.exchange.keras.script;

import org.jspecify.annotations.NullMarked;
