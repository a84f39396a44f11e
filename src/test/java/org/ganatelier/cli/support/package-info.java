@NullMarked
package org.ganatelier.cli.support;

import org.jspecify.annotations.NullMarked;
