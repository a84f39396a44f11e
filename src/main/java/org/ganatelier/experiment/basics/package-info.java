/** Values that all parts of an experiment are made of: shapes and sides. */
@NullMarked
package org.ganatelier.experiment.basics;

import org.jspecify.annotations.NullMarked;
