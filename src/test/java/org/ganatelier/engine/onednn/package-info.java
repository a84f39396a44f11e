@NullMarked
package org.ganatelier.engine.onednn;

import org.jspecify.annotations.NullMarked;
