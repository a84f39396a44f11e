@NullMarked
package org.ganatelier.text;

import org.jspecify.annotations.NullMarked;
