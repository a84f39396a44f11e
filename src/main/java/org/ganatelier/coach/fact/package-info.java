/** What the coach finds: facts, which others put into words. */
@NullMarked
package org.ganatelier.coach.fact;

import org.jspecify.annotations.NullMarked;
