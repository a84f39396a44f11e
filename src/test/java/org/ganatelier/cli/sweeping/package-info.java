/** Tests of what a terminal says of sweeps. */
@NullMarked
package org.ganatelier.cli.sweeping;

import org.jspecify.annotations.NullMarked;
