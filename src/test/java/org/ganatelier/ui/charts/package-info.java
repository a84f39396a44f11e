/** Tests. */
@NullMarked
package org.ganatelier.ui.charts;

import org.jspecify.annotations.NullMarked;
