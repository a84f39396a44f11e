/** A sweep on a terminal: how it goes, and what came of it. */
@NullMarked
package org.ganatelier.cli.sweeping;

import org.jspecify.annotations.NullMarked;
