/**
 * The engine: the only code that names DL4J or ND4J. Convolutions and matrix products run as
 * oneDNN-backed ND4J operations on arrays allocated once; everything elementwise is a plain Java
 * loop over {@code float[]}, which the just-in-time compiler vectorises and which is 3 to 20 times
 * faster than the corresponding ND4J operation.
 */
@NullMarked
package org.ganatelier.engine;

import org.jspecify.annotations.NullMarked;
