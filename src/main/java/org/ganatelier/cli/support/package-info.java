/** What several commands share: output, progress, goals, failures. */
@NullMarked
package org.ganatelier.cli.support;

import org.jspecify.annotations.NullMarked;
