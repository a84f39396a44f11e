/**
 * Is it possible: pure functions from an experiment to the shapes and parameter counts of its
 * layers, or to all that stands in its way, each problem with fixes that solve it.
 */
@NullMarked
package org.ganatelier.plan;

import org.jspecify.annotations.NullMarked;
