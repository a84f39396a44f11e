@NullMarked
package org.ganatelier.exchange;

import org.jspecify.annotations.NullMarked;
