@NullMarked
package org.ganatelier.checkpoints;

import org.jspecify.annotations.NullMarked;
