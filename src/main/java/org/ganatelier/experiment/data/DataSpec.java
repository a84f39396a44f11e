package org.ganatelier.experiment.data;

import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Shape;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the real images come from, and their shape. */
public sealed interface DataSpec {
    /** The shape of one image. */
    Shape.Image shape();

    /** A short name for a menu or a status line. */
    String title();

    /** How many classes its labels tell apart; 0 where it has no labels. */
    int classes();

    /** What a class is called, from 0: "7", or "Sneaker". */
    default String className(int label) {
        return Integer.toString(label);
    }

    /** A set that ships with the program. */
    record Bundled(Collection collection) implements DataSpec {
        @Override
        public Shape.Image shape() {
            return new Shape.Image(28, 28, 1);
        }

        @Override
        public String title() {
            return collection.title;
        }

        @Override
        public int classes() {
            return collection.classNames().size();
        }

        @Override
        public String className(int label) {
            return collection.classNames().get(label);
        }
    }

    /**
     * IDX files of the user's own, gzip-compressed or not.
     *
     * @param shape as read from the file when it was chosen
     * @param classes one more than the largest label, as read then; 0 where there are no labels
     */
    record IdxFiles(Path images, Optional<Path> labels, Shape.Image shape, int classes)
            implements DataSpec {
        /** As many as a digit has values: what files had to have before they were counted. */
        private static final int USUAL_CLASSES = 10;

        public IdxFiles {
            Require.that(classes >= 0, "There cannot be fewer than 0 classes");
            Require.that(
                    labels.isPresent() == classes > 0,
                    "Labels tell at least one class, and without labels there is none");
        }

        /** Of ten classes, where there are labels. */
        public IdxFiles(Path images, Optional<Path> labels, Shape.Image shape) {
            this(images, labels, shape, labels.isPresent() ? USUAL_CLASSES : 0);
        }

        @Override
        public String title() {
            return images.getFileName() == null
                    ? images.toString()
                    : images.getFileName().toString();
        }
    }

    /** The bundled sets. */
    enum Collection {
        MNIST("MNIST digits", 30_000),
        FASHION_MNIST("Fashion-MNIST", 10_000);

        private final String title;
        private final int size;

        Collection(String title, int size) {
            this.title = title;
            this.size = size;
        }

        /** What its classes are called, the first one's label being 0. */
        public List<String> classNames() {
            return switch (this) {
                case MNIST -> List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
                // As in Xiao et al. 2017, arXiv:1708.07747.
                case FASHION_MNIST ->
                        List.of(
                                "T-shirt",
                                "Trousers",
                                "Pullover",
                                "Dress",
                                "Coat",
                                "Sandal",
                                "Shirt",
                                "Sneaker",
                                "Bag",
                                "Ankle boot");
            };
        }

        /** The name people know it by. */
        public String title() {
            return title;
        }

        /** How many images it holds. */
        public int size() {
            return size;
        }
    }
}
