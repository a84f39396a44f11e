@NullMarked
package org.ganatelier.experiment.contrast;

import org.jspecify.annotations.NullMarked;
