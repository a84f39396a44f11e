@NullMarked
package org.ganatelier.ui.objective;

import org.jspecify.annotations.NullMarked;
