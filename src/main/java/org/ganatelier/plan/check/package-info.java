/** Finds every rule that an experiment breaks. It knows no fixes. */
@NullMarked
package org.ganatelier.plan.check;

import org.jspecify.annotations.NullMarked;
