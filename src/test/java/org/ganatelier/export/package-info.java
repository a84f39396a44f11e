@NullMarked
package org.ganatelier.export;

import org.jspecify.annotations.NullMarked;
