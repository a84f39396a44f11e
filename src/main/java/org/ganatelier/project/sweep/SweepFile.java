package org.ganatelier.project.sweep;

import org.ganatelier.train.Goal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What many trainings have in common and in what they differ, as a person wrote it.
 *
 * @param experiments names of presets or of files
 * @param axes what is varied, in the order of the file
 * @param seeds of each combination; empty: each experiment's own
 * @param goal how long each training goes
 * @param score how many images are scored at its end; empty: none
 * @param halving where weak trainings end early
 */
public record SweepFile(
        List<String> experiments,
        List<Axis> axes,
        List<Long> seeds,
        Goal goal,
        OptionalInt score,
        Optional<Halving> halving) {
    public SweepFile {
        experiments = List.copyOf(experiments);
        axes = List.copyOf(axes);
        seeds = List.copyOf(seeds);
    }

    /** Where each training is looked at, one after the other; the last is its end. */
    public List<Goal> goals() {
        return Stream.concat(halving.stream().flatMap(of -> of.rungs().stream()), Stream.of(goal))
                .toList();
    }
}
