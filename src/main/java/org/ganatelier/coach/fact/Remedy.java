package org.ganatelier.coach.fact;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.LiveSetting;

import java.util.ArrayList;
import java.util.List;

/**
 * What would help: an edit of the experiment.
 *
 * @param changes at least one
 */
public record Remedy(List<Change> changes) {
    /** A change of one value. */
    public sealed interface Change {
        /** The experiment with it made. */
        Experiment applyTo(Experiment experiment);

        /** Whether a run takes it in while it goes on; else it waits for a new one. */
        boolean isLive();

        /**
         * Of a value that may change while a run goes on.
         *
         * @param before the value, as in {@link LiveSetting#of}
         * @param after the value that helps
         */
        record Live(LiveSetting setting, String before, String after) implements Change {
            @Override
            public Experiment applyTo(Experiment experiment) {
                return setting.set(experiment, after);
            }

            @Override
            public boolean isLive() {
                return true;
            }
        }

        /** Of the number of samples in a batch. */
        record BatchSize(int before, int after) implements Change {
            @Override
            public Experiment applyTo(Experiment experiment) {
                return experiment.withTraining(training -> training.withBatchSize(after));
            }

            @Override
            public boolean isLive() {
                return false;
            }
        }
    }

    public Remedy {
        changes = List.copyOf(changes);
    }

    /** The experiment with all changes made. */
    public Experiment applyTo(Experiment experiment) {
        Experiment changed = experiment;
        for (Change change : changes) {
            changed = change.applyTo(changed);
        }
        return changed;
    }

    /** Whether a run takes all of it in while it goes on. */
    public boolean isLive() {
        return changes.stream().allMatch(Change::isLive);
    }

    /** Of one live value. */
    public static Remedy of(LiveSetting setting, Experiment experiment, String after) {
        return new Remedy(List.of(new Change.Live(setting, setting.of(experiment), after)));
    }

    /** This one and another together. */
    public Remedy and(Remedy other) {
        var both = new ArrayList<>(changes);
        both.addAll(other.changes);
        return new Remedy(both);
    }
}
