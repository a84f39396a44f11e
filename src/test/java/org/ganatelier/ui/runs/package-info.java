@NullMarked
package org.ganatelier.ui.runs;

import org.jspecify.annotations.NullMarked;
