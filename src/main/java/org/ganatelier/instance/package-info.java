/** One window for each user: another start hands its file over. */
@NullMarked
package org.ganatelier.instance;

import org.jspecify.annotations.NullMarked;
