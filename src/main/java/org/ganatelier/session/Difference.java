package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.TrainingSpec;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** In what two experiments differ, as a user would say it; what they are called does not count. */
public enum Difference {
    DATA,
    NOISE,
    GENERATOR,
    DISCRIMINATOR,
    OBJECTIVE,
    LABELS,
    BATCH_SIZE,
    OPTIMIZERS,
    SEED;

    /** All parts in which they differ, in a fixed order; cannot be written to. */
    public static Set<Difference> between(Experiment one, Experiment other) {
        var found = EnumSet.noneOf(Difference.class);
        for (Difference each : values()) {
            if (!each.partOf(one).equals(each.partOf(other))) {
                found.add(each);
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private Object partOf(Experiment experiment) {
        return switch (this) {
            case DATA -> experiment.data();
            case NOISE -> experiment.latentSize();
            case GENERATOR -> experiment.generator();
            case DISCRIMINATOR -> experiment.discriminator();
            case OBJECTIVE -> experiment.objective();
            case LABELS -> experiment.conditioning();
            case BATCH_SIZE -> experiment.training().batchSize();
            case OPTIMIZERS -> withoutBatch(experiment.training());
            case SEED -> experiment.seed();
        };
    }

    private static TrainingSpec withoutBatch(TrainingSpec training) {
        return training.withBatchSize(2);
    }
}
