/** What the window is about now. FX thread only; no controls. */
@NullMarked
package org.ganatelier.session;

import org.jspecify.annotations.NullMarked;
