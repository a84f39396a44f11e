@NullMarked
package org.ganatelier.ui.code;

import org.jspecify.annotations.NullMarked;
