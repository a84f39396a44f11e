@NullMarked
package org.ganatelier.instance;

import org.jspecify.annotations.NullMarked;
