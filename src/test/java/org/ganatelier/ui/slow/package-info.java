@NullMarked
package org.ganatelier.ui.slow;

import org.jspecify.annotations.NullMarked;
