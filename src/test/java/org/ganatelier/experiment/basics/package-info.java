@NullMarked
package org.ganatelier.experiment.basics;

import org.jspecify.annotations.NullMarked;
