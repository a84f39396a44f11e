@NullMarked
package org.ganatelier.plan.memory;

import org.jspecify.annotations.NullMarked;
