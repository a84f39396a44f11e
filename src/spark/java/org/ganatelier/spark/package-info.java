/** Sweeps on an Apache Spark cluster: the only package that names Spark. */
@NullMarked
package org.ganatelier.spark;

import org.jspecify.annotations.NullMarked;
