@NullMarked
package org.ganatelier.engine.gan;

import org.jspecify.annotations.NullMarked;
