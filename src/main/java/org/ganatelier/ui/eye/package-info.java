/**
 * D's eye: what the discriminator says over time, and how near generated images are to real ones.
 */
@NullMarked
package org.ganatelier.ui.eye;

import org.jspecify.annotations.NullMarked;
