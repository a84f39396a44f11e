/** A plan made into layers with buffers. */
@NullMarked
package org.ganatelier.engine.network;

import org.jspecify.annotations.NullMarked;
