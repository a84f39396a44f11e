package org.ganatelier.ui.panel;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;

/**
 * What the window offers to its panels.
 *
 * @param train the command that starts and pauses the training
 * @param paste brings the code in the clipboard into the editor, where there is any
 * @param settings what is remembered from one start to the next
 * @param words of the window's language; in another language there are other panels
 */
public record PanelContext(
        Session session, Action train, Runnable paste, Settings settings, Words words) {}
