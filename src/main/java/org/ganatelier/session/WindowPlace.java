package org.ganatelier.session;

/**
 * Where the window was.
 *
 * @param x of the left edge, in screen units
 * @param y of the upper edge
 * @param width of the window with its frame, above 0
 * @param height of the window with its frame, above 0
 * @param maximised whether it filled the screen; the other values are those it returns to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
