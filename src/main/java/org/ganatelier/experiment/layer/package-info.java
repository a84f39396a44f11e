/** The kinds of layers a network can be made of, with their settings. */
@NullMarked
package org.ganatelier.experiment.layer;

import org.jspecify.annotations.NullMarked;
