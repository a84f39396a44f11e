@NullMarked
package org.ganatelier.ui;

import org.jspecify.annotations.NullMarked;
