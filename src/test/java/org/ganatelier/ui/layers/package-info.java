@NullMarked
package org.ganatelier.ui.layers;

import org.jspecify.annotations.NullMarked;
