/** What is inside a layer of the running model. */
@NullMarked
package org.ganatelier.ui.inside;

import org.jspecify.annotations.NullMarked;
