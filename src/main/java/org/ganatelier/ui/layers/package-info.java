/** Layers as the user meets them: names, fields, defaults, the palette. */
@NullMarked
package org.ganatelier.ui.layers;

import org.jspecify.annotations.NullMarked;
