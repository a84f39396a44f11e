package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.sweep.SweepFile;

import java.nio.file.Path;

/**
 * A sweep that the user wants.
 *
 * @param base what all its trainings have in common
 * @param file what is varied, how long, and how it is judged
 * @param slots trainings at a time, each on one thread
 * @param folder where all is written to
 */
public record SweepOrder(Experiment base, SweepFile file, int slots, Path folder) {}
