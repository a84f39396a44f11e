package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Side;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A value of an experiment that may change while its run goes on. Each is one of its kind: see
 * {@link LiveSettings}. Values are handed about as text, as exact as a JSON file's.
 */
public final class LiveSetting {
    private final String path;
    private final String field;
    private final Optional<Side> side;
    private final Function<Experiment, String> reader;
    private final BiFunction<Experiment, String, Experiment> writer;

    LiveSetting(
            String path,
            String field,
            Optional<Side> side,
            Function<Experiment, String> reader,
            BiFunction<Experiment, String, Experiment> writer) {
        this.path = path;
        this.field = field;
        this.side = side;
        this.reader = reader;
        this.writer = writer;
    }

    /** Its place in the experiment's JSON: {@code training.generatorOptimizer.learningRate}. */
    public String path() {
        return path;
    }

    /** The end of its path, where both optimizers have the same: {@code learningRate}. */
    public String field() {
        return field;
    }

    /** Whose optimizer it is a value of, if it is one. */
    public Optional<Side> side() {
        return side;
    }

    /** Its value in an experiment: a decimal number, or a name as in JSON. */
    public String of(Experiment experiment) {
        return reader.apply(experiment);
    }

    /**
     * The experiment with this value changed.
     *
     * @throws InvalidSetting where the text is not of the right kind
     * @throws InvalidValue where the experiment refuses the value
     */
    public Experiment set(Experiment experiment, String value) {
        try {
            return writer.apply(experiment, value);
        } catch (LiveValues.Mismatch mismatch) {
            throw new InvalidSetting(this, mismatch.wanted(), value);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
