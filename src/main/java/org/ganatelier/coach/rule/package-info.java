/** What the coach looks for: a class for each. */
@NullMarked
package org.ganatelier.coach.rule;

import org.jspecify.annotations.NullMarked;
