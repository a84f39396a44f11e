/** Runs: a training thread with its commands, its figures and its pictures. */
@NullMarked
package org.ganatelier.engine.run;

import org.jspecify.annotations.NullMarked;
