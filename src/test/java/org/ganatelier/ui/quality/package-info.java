@NullMarked
package org.ganatelier.ui.quality;

import org.jspecify.annotations.NullMarked;
