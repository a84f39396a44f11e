@NullMarked
package org.ganatelier.engine.classifier;

import org.jspecify.annotations.NullMarked;
