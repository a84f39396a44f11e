@NullMarked
package org.ganatelier.ui.images;

import org.jspecify.annotations.NullMarked;
