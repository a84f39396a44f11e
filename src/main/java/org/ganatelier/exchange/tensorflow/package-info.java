/** TensorFlow 2: code with a plain loop, and the weights of its Keras. */
@NullMarked
package org.ganatelier.exchange.tensorflow;

import org.jspecify.annotations.NullMarked;
