package org.ganatelier.session;

/**
 * A run whose curves are drawn beside those of the run that is shown.
 *
 * @param color which of the colours of overlaid runs it has, from 0
 */
public record Overlay(RunEntry run, int color) {}
