/** A training that leaves a folder: what it saves on its way, and how it goes on later. */
@NullMarked
package org.ganatelier.cli.training;

import org.jspecify.annotations.NullMarked;
