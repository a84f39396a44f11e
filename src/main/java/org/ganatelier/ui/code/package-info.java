/** The code of what is edited, as another framework would have it. */
@NullMarked
package org.ganatelier.ui.code;

import org.jspecify.annotations.NullMarked;
