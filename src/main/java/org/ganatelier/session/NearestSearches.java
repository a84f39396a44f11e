package org.ganatelier.session;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.Neighbours;
import org.ganatelier.measure.Vectors;
import org.ganatelier.session.NearestReal.Found;
import org.ganatelier.session.NearestReal.Measure;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Searches for the real images that are nearest. What it computes of a data set it keeps for the
 * next search. One search at a time; any thread.
 */
final class NearestSearches {
    /** Images that a classifier looks at before it is asked whether anybody still wants it. */
    private static final int PART = 512;

    private final Function<DataSpec.Bundled, Classifier> classifiers;
    private @Nullable Known known;
    private @Nullable Looker looker;

    /**
     * A data set as rows to compare with.
     *
     * @param baseline of some of them, each from all others
     */
    private record Known(Dataset set, Measure measure, Vectors rows, Neighbours baseline) {}

    /** Who sees features in images of a set. */
    private record Looker(DataSpec.Bundled data, Classifier classifier) {}

    /**
     * @param classifiers opens the classifier of a set
     */
    NearestSearches(Function<DataSpec.Bundled, Classifier> classifiers) {
        this.classifiers = classifiers;
    }

    /** Whether there is a classifier for such data. */
    boolean hasFeatures(DataSpec data) {
        return data.bundled().isPresent();
    }

    /**
     * What is searched.
     *
     * @param data what the set is
     * @param images of the set's shape
     * @param step of the run at which they were made
     */
    record Order(Measure measure, DataSpec data, Dataset set, Images images, long step) {}

    /** Searches; empty where nobody wants the answer any more. */
    synchronized Optional<Found> search(Order order, BooleanSupplier abandoned) {
        Optional<Known> others = known(order, abandoned);
        Optional<Vectors> rows = others.flatMap(_ -> rows(order, order.images(), abandoned));
        return rows.flatMap(some -> Neighbours.of(some, others.orElseThrow().rows(), abandoned))
                .map(
                        distances ->
                                new Found(
                                        order.measure(),
                                        order.step(),
                                        order.set().size(),
                                        order.images(),
                                        Images.require(order.set().pick(distances.nearest())),
                                        distances,
                                        others.orElseThrow().baseline()));
    }

    private Optional<Known> known(Order order, BooleanSupplier abandoned) {
        Known before = known;
        if (before != null && before.set.equals(order.set()) && before.measure == order.measure()) {
            return Optional.of(before);
        }
        known = null;
        Optional<Known> made =
                rows(order, order.set().images(), abandoned)
                        .flatMap(
                                rows ->
                                        Neighbours.among(
                                                        rows,
                                                        Images.spread(
                                                                NearestReal.MOST, rows.count()),
                                                        abandoned)
                                                .map(
                                                        baseline ->
                                                                new Known(
                                                                        order.set(),
                                                                        order.measure(),
                                                                        rows,
                                                                        baseline)));
        known = made.orElse(null);
        return made;
    }

    private Optional<Vectors> rows(Order order, Images images, BooleanSupplier abandoned) {
        return switch (order.measure()) {
            case PIXELS -> Optional.of(Vectors.of(images));
            case FEATURES ->
                    features(classifier(order.data().bundled().orElseThrow()), images, abandoned);
        };
    }

    /** Part by part: tens of thousands of images take seconds. */
    private static Optional<Vectors> features(
            Classifier classifier, Images images, BooleanSupplier abandoned) {
        var parts = new ArrayList<Classification>();
        for (int from = 0; from < images.count(); from += PART) {
            if (abandoned.getAsBoolean()) {
                return Optional.empty();
            }
            int to = Math.min(images.count(), from + PART);
            parts.add(classifier.classify(images.pick(IntStream.range(from, to).toArray())));
        }
        int width = parts.getFirst().width();
        var values = new float[images.count() * width];
        int done = 0;
        for (Classification part : parts) {
            System.arraycopy(part.features(), 0, values, done, part.features().length);
            done += part.features().length;
        }
        return Optional.of(Vectors.of(values, width));
    }

    private Classifier classifier(DataSpec.Bundled data) {
        Looker before = looker;
        if (before != null && before.data.equals(data)) {
            return before.classifier;
        }
        if (before != null) {
            before.classifier.close();
        }
        var made = new Looker(data, classifiers.apply(data));
        looker = made;
        return made.classifier;
    }

    /** Frees the classifier. */
    synchronized void close() {
        Looker before = looker;
        if (before != null) {
            before.classifier.close();
            looker = null;
        }
    }
}
