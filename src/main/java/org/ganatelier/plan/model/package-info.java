/** What planning speaks in: shapes, plans, violations, problems and fixes. */
@NullMarked
package org.ganatelier.plan.model;

import org.jspecify.annotations.NullMarked;
