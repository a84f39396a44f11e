package org.ganatelier.exchange.code;

import org.ganatelier.plan.model.Problem.Place;

import java.util.Optional;

/**
 * A line of code.
 *
 * @param text without the line's end
 * @param place what of the experiment it says; empty for what stands in every program
 */
public record CodeLine(String text, Optional<Place> place) {}
