@NullMarked
package org.ganatelier.engine.network;

import org.jspecify.annotations.NullMarked;
