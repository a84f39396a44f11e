/** What a run holds in memory, before it is started: counted as the engine allocates it. */
@NullMarked
package org.ganatelier.plan.memory;

import org.jspecify.annotations.NullMarked;
