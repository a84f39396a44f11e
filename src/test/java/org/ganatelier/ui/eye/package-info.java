@NullMarked
package org.ganatelier.ui.eye;

import org.jspecify.annotations.NullMarked;
