@NullMarked
package org.ganatelier.log;

import org.jspecify.annotations.NullMarked;
