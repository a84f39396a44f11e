/** Developer benchmarks of the command line. */
@NullMarked
package org.ganatelier.cli.bench;

import org.jspecify.annotations.NullMarked;
