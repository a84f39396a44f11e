package org.ganatelier.ui.panel;

/**
 * A line of the page of shortcuts.
 *
 * @param keys as they are called in the window's language, those of equal meaning parted by ", "
 * @param meaning what they do
 */
public record KeyHelp(String keys, String meaning) {}
