@NullMarked
package org.ganatelier.cli.training;

import org.jspecify.annotations.NullMarked;
