/** The commands of the command line, one class each. */
@NullMarked
package org.ganatelier.cli.command;

import org.jspecify.annotations.NullMarked;
