@NullMarked
package org.ganatelier.spec;

import org.jspecify.annotations.NullMarked;
