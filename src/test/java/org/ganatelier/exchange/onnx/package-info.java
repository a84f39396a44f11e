@NullMarked
package org.ganatelier.exchange.onnx;

import org.jspecify.annotations.NullMarked;
