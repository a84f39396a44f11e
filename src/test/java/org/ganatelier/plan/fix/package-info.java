/** Tests of the fixes that need no planner. */
@NullMarked
package org.ganatelier.plan.fix;

import org.jspecify.annotations.NullMarked;
