@NullMarked
package org.ganatelier.ui.flow;

import org.jspecify.annotations.NullMarked;
