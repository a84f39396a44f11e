@NullMarked
package org.ganatelier.engine;

import org.jspecify.annotations.NullMarked;
