package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.train.Goal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be done of a cell next: a training to a rung, or from a rung to the next.
 *
 * @param goal in all, counted from the beginning
 * @param score how many images are scored there; empty: none
 * @param before what came of the cell up to here; empty where it begins
 */
public record CellTask(Cell cell, Goal goal, OptionalInt score, Optional<CellResult> before) {}
