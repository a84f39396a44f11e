/**
 * Reads HDF5 files of strangers. Of the format's many ways it knows those that h5py takes unless it
 * is asked for others, and our own: whatever a file says of sizes is checked before memory is taken
 * for it, and no link leads out of the file. (The HDF Group, HDF5 File Format Specification 3.0)
 */
@NullMarked
package org.ganatelier.exchange.hdf;

import org.jspecify.annotations.NullMarked;
