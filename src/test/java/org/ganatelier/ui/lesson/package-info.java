@NullMarked
package org.ganatelier.ui.lesson;

import org.jspecify.annotations.NullMarked;
