@NullMarked
package org.ganatelier.experiment.layer;

import org.jspecify.annotations.NullMarked;
