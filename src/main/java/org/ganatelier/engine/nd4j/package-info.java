/** All of the engine that names ND4J: tensors, operations, native libraries. */
@NullMarked
package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.NullMarked;
