/** One step of the game: batches, losses, penalties, both players' updates. */
@NullMarked
package org.ganatelier.engine.gan;

import org.jspecify.annotations.NullMarked;
