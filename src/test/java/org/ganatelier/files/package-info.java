@NullMarked
package org.ganatelier.files;

import org.jspecify.annotations.NullMarked;
