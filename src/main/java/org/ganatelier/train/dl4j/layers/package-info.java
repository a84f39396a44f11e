/**
 * Layers with hand-written forward and backward passes. A {@link
 * org.ganatelier.train.dl4j.layers.Layer} owns weights; a {@link
 * org.ganatelier.train.dl4j.layers.Pass} is that layer bound to the buffers of one batch size.
 * Images are NCHW, in {@code c} order. One thread owns a network and everything in it.
 */
@NullMarked
package org.ganatelier.train.dl4j.layers;

import org.jspecify.annotations.NullMarked;
