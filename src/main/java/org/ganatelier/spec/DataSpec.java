package org.ganatelier.spec;

import java.nio.file.Path;
import java.util.Optional;

/** Where the real images come from, and their shape. */
public sealed interface DataSpec {
    /** The shape of one image. */
    Shape.Image shape();

    /** A short name for a menu or a status line. */
    String title();

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
    }

    /**
     * IDX files of the user's own, gzip-compressed or not.
     *
     * @param shape as read from the file when it was chosen
     */
    record IdxFiles(Path images, Optional<Path> labels, Shape.Image shape) implements DataSpec {
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
