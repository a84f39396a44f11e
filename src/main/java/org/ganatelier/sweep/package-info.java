/**
 * Many trainings of experiments that differ in a few settings: what to vary, one training after the
 * other or several at a time, and what came of them.
 */
@NullMarked
package org.ganatelier.sweep;

import org.jspecify.annotations.NullMarked;
