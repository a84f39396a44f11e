@NullMarked
package org.ganatelier.data;

import org.jspecify.annotations.NullMarked;
