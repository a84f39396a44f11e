/**
 * The time machine: which states of a run are kept while it goes on, when, in which files, and how
 * one of them is found again.
 */
@NullMarked
package org.ganatelier.checkpoints;

import org.jspecify.annotations.NullMarked;
