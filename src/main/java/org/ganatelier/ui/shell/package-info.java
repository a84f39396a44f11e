/** The window: lays out, binds to the session, and sends commands. No logic of its own. */
@NullMarked
package org.ganatelier.ui.shell;

import org.jspecify.annotations.NullMarked;
