/** Searches for changes that solve a problem, and keeps those that work. */
@NullMarked
package org.ganatelier.plan.fix;

import org.jspecify.annotations.NullMarked;
