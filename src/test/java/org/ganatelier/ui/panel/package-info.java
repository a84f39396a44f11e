@NullMarked
package org.ganatelier.ui.panel;

import org.jspecify.annotations.NullMarked;
