@NullMarked
package org.ganatelier.ui.film;

import org.jspecify.annotations.NullMarked;
