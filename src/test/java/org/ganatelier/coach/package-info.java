/** What the coach says of real runs. */
@NullMarked
package org.ganatelier.coach;

import org.jspecify.annotations.NullMarked;
