/** Tests with a real cluster: a master and two workers, processes of their own on this machine. */
@NullMarked
package org.ganatelier.spark;

import org.jspecify.annotations.NullMarked;
