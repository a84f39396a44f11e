@NullMarked
package org.ganatelier.exchange.model;

import org.jspecify.annotations.NullMarked;
