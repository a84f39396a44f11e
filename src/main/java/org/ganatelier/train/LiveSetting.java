package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A value of an experiment that may change while its run goes on. Each is one of its kind: see
 * {@link LiveSettings}. Values are handed about as text, as exact as a JSON file's.
 */
public final class LiveSetting {
    private final String path;
    private final String title;
    private final Function<Experiment, String> reader;
    private final BiFunction<Experiment, String, Experiment> writer;

    LiveSetting(
            String path,
            String title,
            Function<Experiment, String> reader,
            BiFunction<Experiment, String, Experiment> writer) {
        this.path = path;
        this.title = title;
        this.reader = reader;
        this.writer = writer;
    }

    /** Its place in the experiment's JSON: {@code training.generatorOptimizer.learningRate}. */
    public String path() {
        return path;
    }

    /** What it is called in a sentence: "G's learning rate". */
    public String title() {
        return title;
    }

    /** Its value in an experiment: a decimal number, or a name as in JSON. */
    public String of(Experiment experiment) {
        return reader.apply(experiment);
    }

    /**
     * The experiment with this value changed.
     *
     * @throws IllegalArgumentException with a sentence for the user where the text is not a
     *     possible value
     */
    public Experiment set(Experiment experiment, String value) {
        return writer.apply(experiment, value);
    }

    @Override
    public String toString() {
        return path;
    }
}
