@NullMarked
package org.ganatelier.ui.coach;

import org.jspecify.annotations.NullMarked;
