@NullMarked
package org.ganatelier.project;

import org.jspecify.annotations.NullMarked;
