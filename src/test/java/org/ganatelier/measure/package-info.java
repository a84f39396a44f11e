@NullMarked
package org.ganatelier.measure;

import org.jspecify.annotations.NullMarked;
