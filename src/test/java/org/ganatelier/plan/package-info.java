@NullMarked
package org.ganatelier.plan;

import org.jspecify.annotations.NullMarked;
