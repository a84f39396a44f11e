@NullMarked
package org.ganatelier.session;

import org.jspecify.annotations.NullMarked;
