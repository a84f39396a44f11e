package org.ganatelier.session;

/**
 * What is drawn beside the run that is shown.
 *
 * @param color which of the colours of overlaid runs it has, from 0
 */
public record Overlay(Drawn of, int color) {}
