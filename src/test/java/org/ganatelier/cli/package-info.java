@NullMarked
package org.ganatelier.cli;

import org.jspecify.annotations.NullMarked;
