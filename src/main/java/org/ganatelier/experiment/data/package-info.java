/** Where the real samples come from. */
@NullMarked
package org.ganatelier.experiment.data;

import org.jspecify.annotations.NullMarked;
