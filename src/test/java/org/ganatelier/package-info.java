@NullMarked
package org.ganatelier;

import org.jspecify.annotations.NullMarked;
