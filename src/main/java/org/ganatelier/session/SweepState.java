package org.ganatelier.session;

import org.ganatelier.sweep.Standing;
import org.ganatelier.train.Metrics;

import java.nio.file.Path;
import java.util.Map;

/**
 * A sweep that goes on, or that is looked at.
 *
 * @param folder where its files are
 * @param standing how far each training is
 * @param training the newest figures of those that go on, by the names of their cells
 * @param running whether it goes on
 */
public record SweepState(
        Path folder, Standing standing, Map<String, Metrics> training, boolean running) {
    public SweepState {
        training = Map.copyOf(training);
    }
}
