/**
 * Files that are written whole or not at all, held by one process, and read only where they are
 * files.
 */
@NullMarked
package org.ganatelier.files;

import org.jspecify.annotations.NullMarked;
