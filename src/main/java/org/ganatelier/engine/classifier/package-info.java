/** Trains and runs the small networks that evaluate images. */
@NullMarked
package org.ganatelier.engine.classifier;

import org.jspecify.annotations.NullMarked;
