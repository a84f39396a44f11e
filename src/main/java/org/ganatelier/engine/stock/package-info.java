/** The same plans on DL4J's own layers: the reference in tests and benchmarks. */
@NullMarked
package org.ganatelier.engine.stock;

import org.jspecify.annotations.NullMarked;
