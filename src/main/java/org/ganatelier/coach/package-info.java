/** What a run's story says about how it goes: values in, values out. */
@NullMarked
package org.ganatelier.coach;

import org.jspecify.annotations.NullMarked;
