/**
 * Keras: its files out and in, and its code. The layout of the files is that of Keras 3 ({@code
 * keras/src/saving/saving_lib.py}) and of Keras 2 ({@code hdf5_format.py}).
 */
@NullMarked
package org.ganatelier.exchange.keras;

import org.jspecify.annotations.NullMarked;
