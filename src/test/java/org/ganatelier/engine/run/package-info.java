@NullMarked
package org.ganatelier.engine.run;

import org.jspecify.annotations.NullMarked;
