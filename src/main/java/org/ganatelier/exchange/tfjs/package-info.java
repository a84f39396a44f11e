/** TensorFlow.js: layers models, with a script for Node and a page for browsers. */
@NullMarked
package org.ganatelier.exchange.tfjs;

import org.jspecify.annotations.NullMarked;
