/** What a sweep file says, and what came of one of its trainings: values only. */
@NullMarked
package org.ganatelier.project.sweep;

import org.jspecify.annotations.NullMarked;
