package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The classes that a generator can be asked for; none where it is told none.
 *
 * @param names what the data calls them, from label 0 on
 * @param clusters whether the program found them: then a preview has no row for each
 */
public record ToldClasses(List<String> names, boolean clusters) {
    /** Nobody is told any. */
    public static final ToldClasses NONE = new ToldClasses(List.of(), false);

    public ToldClasses {
        names = List.copyOf(names);
    }

    /** Those of an experiment's networks. */
    public static ToldClasses of(Experiment experiment) {
        return new ToldClasses(
                IntStream.range(0, experiment.classes())
                        .mapToObj(experiment.data()::className)
                        .toList(),
                experiment.data().clustered());
    }

    /** The names of a preview's rows; none where its rows are no classes. */
    public List<String> rows() {
        return clusters ? List.of() : names;
    }
}
