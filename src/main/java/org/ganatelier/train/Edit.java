package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;

/**
 * A change of one value while a run went on.
 *
 * @param step how many steps were done before it: the next one was the first with the new value
 * @param before the old value, as in {@link LiveSetting#of}
 * @param after the new value
 */
public record Edit(long step, LiveSetting setting, String before, String after) {
    /**
     * The experiment with this change made.
     *
     * @throws IllegalArgumentException where {@link #after} is no possible value
     */
    public Experiment applyTo(Experiment experiment) {
        return setting.set(experiment, after);
    }

    /**
     * The experiment with this change taken back.
     *
     * @throws IllegalArgumentException where {@link #before} is no possible value
     */
    public Experiment undoIn(Experiment experiment) {
        return setting.set(experiment, before);
    }
}
