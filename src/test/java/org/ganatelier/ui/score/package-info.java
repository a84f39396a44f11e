@NullMarked
package org.ganatelier.ui.score;

import org.jspecify.annotations.NullMarked;
