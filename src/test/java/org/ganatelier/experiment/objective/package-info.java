@NullMarked
package org.ganatelier.experiment.objective;

import org.jspecify.annotations.NullMarked;
