/** Models as ONNX graphs, there and back. */
@NullMarked
package org.ganatelier.exchange.onnx;

import org.jspecify.annotations.NullMarked;
