/**
 * What the user wants: immutable records that together describe an {@link
 * org.ganatelier.experiment.Experiment}. JDK only. A record refuses values that make no sense
 * alone; whether the parts fit together is for {@code plan} to say.
 */
@NullMarked
package org.ganatelier.experiment;

import org.jspecify.annotations.NullMarked;
