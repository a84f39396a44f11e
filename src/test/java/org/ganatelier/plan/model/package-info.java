@NullMarked
package org.ganatelier.plan.model;

import org.jspecify.annotations.NullMarked;
