@NullMarked
package org.ganatelier.experiment;

import org.jspecify.annotations.NullMarked;
