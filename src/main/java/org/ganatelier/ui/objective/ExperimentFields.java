package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;
import org.ganatelier.ui.widget.Numbers;

import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** Fields of an experiment that hold numbers. */
final class ExperimentFields {
    private ExperimentFields() {}

    /** The size of a batch. */
    static Field<Experiment> batchSize(Experiment experiment, Words words) {
        return whole(
                Caption.of("objective.batch-size", words),
                experiment.training().batchSize(),
                v -> experiment.withTraining(t -> t.withBatchSize(v)));
    }

    /** How many clusters take the place of labels. */
    static Field<Experiment> clusters(Experiment experiment, Words words) {
        return whole(
                Caption.of("objective.clusters", words),
                experiment.clusters(),
                experiment::withClusters);
    }

    static Field<Experiment> whole(Caption caption, int now, IntFunction<Experiment> experiment) {
        return new Field.Text<>(
                caption, Integer.toString(now), text -> experiment.apply(Numbers.parseWhole(text)));
    }

    /** A number of steps, which may be large. */
    static Field<Experiment> steps(Caption caption, long now, LongFunction<Experiment> experiment) {
        return new Field.Text<>(
                caption, Long.toString(now), text -> experiment.apply(Numbers.parseLong(text)));
    }

    static Field<Experiment> decimal(
            Caption caption, double now, DoubleFunction<Experiment> experiment, Words words) {
        return new Field.Text<>(
                caption,
                Numbers.text(words, now),
                text -> experiment.apply(Numbers.parseDecimal(text)));
    }
}
