@NullMarked
package org.ganatelier.ui.inside;

import org.jspecify.annotations.NullMarked;
