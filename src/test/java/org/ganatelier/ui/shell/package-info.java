@NullMarked
package org.ganatelier.ui.shell;

import org.jspecify.annotations.NullMarked;
