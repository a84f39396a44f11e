/** The files that a training leaves in a folder, and how its images are laid out in them. */
@NullMarked
package org.ganatelier.exchange.folder;

import org.jspecify.annotations.NullMarked;
