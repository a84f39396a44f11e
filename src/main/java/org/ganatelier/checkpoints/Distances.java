package org.ganatelier.checkpoints;

import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.quality.ScorePoint;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The Fréchet distances of checkpoints, each that of the score taken last before it. Those of files
 * are read once.
 */
public final class Distances {
    private final Map<Long, OptionalDouble> known = new HashMap<>();

    /** What a checkpoint tells of its images; empty where nobody scored them. */
    public static OptionalDouble of(RunPast told) {
        List<ScorePoint> scores = told.scores();
        return scores.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(scores.getLast().score().images().frechet().value());
    }

    /** What is told in a checkpoint that was just written. */
    void add(long step, RunPast told) {
        known.put(step, of(told));
    }

    /** The step of the one with the smallest distance, where any is known. */
    public OptionalLong best(List<CheckpointFile> kept) {
        return kept.stream()
                .filter(one -> of(one).isPresent())
                .min(Comparator.comparingDouble(one -> of(one).getAsDouble()))
                .map(CheckpointFile::step)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private OptionalDouble of(CheckpointFile kept) {
        return known.computeIfAbsent(kept.step(), _ -> read(kept));
    }

    private OptionalDouble read(CheckpointFile kept) {
        try {
            return of(ProjectFile.loadPast(kept.file()));
        } catch (ProjectException _) {
            // A damaged one is the best of nothing.
            return OptionalDouble.empty();
        }
    }
}
