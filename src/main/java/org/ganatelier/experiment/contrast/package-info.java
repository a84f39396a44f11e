/** In what two experiments differ, one fact for each thing. */
@NullMarked
package org.ganatelier.experiment.contrast;

import org.jspecify.annotations.NullMarked;
