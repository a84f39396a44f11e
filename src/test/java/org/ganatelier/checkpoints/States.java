package org.ganatelier.checkpoints;

import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** States of a run that nobody trained. */
final class States {
    private States() {}

    static Checkpoint at(long step) {
        var weights = new float[5000];
        Arrays.fill(weights, (float) step);
        try {
            return new Checkpoint(
                    Presets.load("digits"), step, (double) step, Map.of("a", weights), Map.of());
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    static RunPast told(long step) {
        return RunPast.of(at(step), Metrics.unmeasured(step, (double) step), Optional.empty());
    }

    static RunPast told(long step, double distance) {
        var quality =
                new Quality(
                        500,
                        new Estimate(500, distance, 0.1),
                        0.5,
                        new Coverage(Collections.nCopies(10, 0.05)),
                        Optional.empty());
        return RunPast.of(
                at(step),
                Metrics.unmeasured(step, (double) step),
                Optional.of(new ScorePoint(step, new Score(quality, quality))));
    }
}
