/** Tests of sweeps. */
@NullMarked
package org.ganatelier.sweep;

import org.jspecify.annotations.NullMarked;
