package org.ganatelier.experiment.data;

import org.ganatelier.experiment.basics.InvalidValue.Reason;
import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Shape;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the real samples come from, and their shape. */
public sealed interface DataSpec {
    /** The shape of one sample: an image's, or a vector of a point's coordinates. */
    Shape shape();

    /** How many classes its labels tell apart; 0 where it has no labels. */
    int classes();

    /** What a class is called, from 0: "7", or "Sneaker". */
    String className(int label);

    /** The set of the program's own that the samples are from, of which it has a classifier. */
    default Optional<Bundled> bundled() {
        return Optional.empty();
    }

    /** Whether its labels are clusters that the program finds, which mean nothing by themselves. */
    default boolean clustered() {
        return false;
    }

    /**
     * A set that ships with the program, and what its description says of it. Two of the same id
     * are equal.
     *
     * @param id its name in files
     * @param title the name people know it by
     * @param shape of one image
     * @param classNames the first one's label is 0
     */
    record Bundled(String id, String title, Shape.Image shape, List<String> classNames)
            implements DataSpec {
        public Bundled {
            classNames = List.copyOf(classNames);
        }

        @Override
        public int classes() {
            return classNames.size();
        }

        @Override
        public String className(int label) {
            return classNames.get(label);
        }

        @Override
        public Optional<Bundled> bundled() {
            return Optional.of(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bundled bundled && bundled.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** Points that are drawn from a distribution. A class is a mode, counted from 1. */
    record Drawn(Distribution distribution) implements DataSpec {
        @Override
        public Shape.Flat shape() {
            return Distribution.SHAPE;
        }

        @Override
        public int classes() {
            return distribution.modes();
        }

        @Override
        public String className(int label) {
            return Integer.toString(label + 1);
        }
    }

    /**
     * IDX files of the user's own, gzip-compressed or not.
     *
     * @param shape as read from the file when it was chosen
     * @param labelValues the labels that occur, ascending, as read then: images with the first one
     *     are of class 0; empty where there are no labels
     */
    record IdxFiles(
            Path images, Optional<Path> labels, Shape.Image shape, List<Integer> labelValues)
            implements DataSpec {
        /** As many as a digit has values: what files had to have before they were counted. */
        private static final int USUAL_CLASSES = 10;

        public IdxFiles {
            labelValues = List.copyOf(labelValues);
            Require.that(ascending(labelValues), new Reason.LabelsOutOfOrder());
            Require.that(
                    labels.isPresent() != labelValues.isEmpty(), new Reason.LabelsWithoutClasses());
        }

        /** Of the labels 0 to classes - 1. */
        public IdxFiles(Path images, Optional<Path> labels, Shape.Image shape, int classes) {
            this(images, labels, shape, counted(classes));
        }

        /** Of ten classes, where there are labels. */
        public IdxFiles(Path images, Optional<Path> labels, Shape.Image shape) {
            this(images, labels, shape, labels.isPresent() ? USUAL_CLASSES : 0);
        }

        private static boolean ascending(List<Integer> values) {
            return IntStream.range(0, values.size())
                    .allMatch(i -> values.get(i) > (i == 0 ? -1 : values.get(i - 1)));
        }

        /** The labels 0 to classes - 1. */
        public static List<Integer> counted(int classes) {
            Require.within(Range.atLeast(0), classes, Quantity.CLASSES);
            return IntStream.range(0, classes).boxed().toList();
        }

        /** The name of the file of images. */
        public String title() {
            return images.getFileName() == null
                    ? images.toString()
                    : images.getFileName().toString();
        }

        @Override
        public int classes() {
            return labelValues.size();
        }

        @Override
        public String className(int label) {
            return Integer.toString(labelValues.get(label));
        }
    }

    /**
     * Samples whose labels are those of clusters, about equally large ones, that the program finds
     * in them: pseudo-labels (Liu et al. 2020, arXiv:2006.10728). Labels of their own do not count.
     * A class is a cluster, counted from 1.
     *
     * @param samples of another kind
     * @param clusters how many, at least 2
     */
    record Clustered(DataSpec samples, int clusters) implements DataSpec {
        public Clustered {
            Require.that(!samples.clustered(), new Reason.ClusteredTwice());
            Require.within(Range.atLeast(2), clusters, Quantity.CLUSTERS);
        }

        @Override
        public Shape shape() {
            return samples.shape();
        }

        @Override
        public int classes() {
            return clusters;
        }

        @Override
        public String className(int label) {
            return Integer.toString(label + 1);
        }

        @Override
        public Optional<Bundled> bundled() {
            return samples.bundled();
        }

        @Override
        public boolean clustered() {
            return true;
        }
    }
}
