/** What leaves the program for other programs: one writer for each format. */
@NullMarked
package org.ganatelier.export;

import org.jspecify.annotations.NullMarked;
