@NullMarked
package org.ganatelier.ui.networks;

import org.jspecify.annotations.NullMarked;
