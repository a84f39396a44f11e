/** Tests. */
@NullMarked
package org.ganatelier.ui.widget;

import org.jspecify.annotations.NullMarked;
