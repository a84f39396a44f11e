package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;

/** A rule that an experiment breaks; each knows how to say so to a beginner. */
public sealed interface Violation {
    /** One or two clauses, without a full stop. */
    String message();

    /** Whether it is about a sum, which one layer elsewhere may spoil. */
    default boolean isTotal() {
        return this instanceof TooManyParameters || this instanceof TooMuchMemory;
    }

    /** A dense layer behind an image. */
    record NeedsVector(LayerSpec layer, PartialShape in) implements Violation {
        @Override
        public String message() {
            return layer.title() + " takes a plain vector, but gets " + in.words();
        }
    }

    /** A convolution or pooling behind a vector. */
    record NeedsImage(LayerSpec layer, PartialShape in) implements Violation {
        @Override
        public String message() {
            return layer.title() + " works on images, but gets " + in.words();
        }
    }

    /** A reshape to another number of values. */
    record WrongSize(Shape target, Shape in) implements Violation {
        @Override
        public String message() {
            return target instanceof Shape.Image
                    ? "%s takes %s values, but %s come in"
                            .formatted(target, Count.text(target.size()), Count.text(in.size()))
                    : "Takes %s values, but %s come in"
                            .formatted(Count.text(target.size()), Count.text(in.size()));
        }
    }

    /** A window that finds no place inside the image. */
    record WindowTooLarge(int window, Shape.Image in) implements Violation {
        @Override
        public String message() {
            return "A %d×%d window does not fit into %d×%d images"
                    .formatted(window, window, in.height(), in.width());
        }
    }

    /** Channels that do not fill whole pixels. */
    record IndivisibleChannels(int channels, int factor) implements Violation {
        @Override
        public String message() {
            return "Makes one channel of every %d (%d×%d), but %s"
                    .formatted(
                            factor * factor,
                            factor,
                            factor,
                            channels == 1
                                    ? "only one comes in"
                                    : Count.text(channels) + " come in");
        }
    }

    /** A number of one layer above its limit. */
    record TooMuch(Measure measure, long actual) implements Violation {
        /** What is counted. */
        public enum Measure {
            UNITS("%s units are too many", Limits.UNITS),
            FILTERS("%s filters are too many", Limits.FILTERS),
            WINDOW("A window of %s pixels to a side is too large", Limits.WINDOW),
            STRIDE("A stride of %s is too large", Limits.STRIDE),
            FACTOR("Enlarging by %s is too much", Limits.STRIDE),
            VALUES("%s values for each image are too many", Limits.VALUES);

            private final String words;
            private final int limit;

            Measure(String words, int limit) {
                this.words = words;
                this.limit = limit;
            }

            public int limit() {
                return limit;
            }
        }

        @Override
        public String message() {
            return measure.words.formatted(Count.text(actual))
                    + "; the limit is "
                    + Count.text(measure.limit);
        }
    }

    /** A generator that ends in a vector. */
    record NotAnImage(PartialShape out, Shape.Image data) implements Violation {
        @Override
        public String message() {
            return "Ends in %s; the data is images of %s".formatted(out.words(), data);
        }
    }

    /** A generator of images of another height or width. */
    record WrongPixels(Shape.Image made, Shape.Image data) implements Violation {
        @Override
        public String message() {
            return "Makes %d×%d images; the data is %d×%d"
                    .formatted(made.height(), made.width(), data.height(), data.width());
        }
    }

    /** A generator of images with too few or too many channels. */
    record WrongChannels(int made, Shape.Image data) implements Violation {
        @Override
        public String message() {
            return "Makes images of %s; the data has %s"
                    .formatted(Words.count(made, "channel"), Count.text(data.channels()));
        }
    }

    /** A generator whose last activation cannot reach -1. */
    record NoBlack(Activation activation) implements Violation {
        @Override
        public String message() {
            return "Ends in %s, which cannot reach −1, the black of the images; tanh gives −1 to 1"
                    .formatted(Words.name(activation));
        }
    }

    /** A discriminator that ends in anything but one number. */
    record NotOneScore(PartialShape out) implements Violation {
        @Override
        public String message() {
            return "Ends in %s; the objective wants one score for each image"
                    .formatted(out.words());
        }
    }

    /** A discriminator whose score goes through an activation. */
    record NotAScore(Activation activation) implements Violation {
        @Override
        public String message() {
            return activation instanceof Activation.Sigmoid
                    ? "Ends in a sigmoid, but the objective wants the plain score: it applies the"
                            + " sigmoid itself, where it cannot saturate"
                    : "Ends in %s, but the objective wants the plain score, which may be any number"
                            .formatted(Words.name(activation));
        }
    }

    /** A layer of D that a penalty on its gradients cannot bear. */
    record DisturbsPenalty(LayerSpec layer, Trouble trouble) implements Violation {
        /** What a layer does that a penalty cannot bear. */
        public enum Trouble {
            /** An image's score depends on the others of its batch. */
            MIXES,
            /** Asked twice, the score differs. */
            RANDOM
        }

        @Override
        public String message() {
            return switch (trouble) {
                case MIXES ->
                        layer.title()
                                + " lets the images of a batch change each other's scores; a"
                                + " penalty on gradients needs each score to depend on its own"
                                + " image alone";
                case RANDOM ->
                        layer.title()
                                + " changes the scores at random; a penalty on gradients needs"
                                + " each score to depend on its image alone";
            };
        }
    }

    /** A layer of G that makes an image of its noise and of the noise of others. */
    record NeedsCompany(LayerSpec layer) implements Violation {
        @Override
        public String message() {
            return layer.title()
                    + " lets the images of a batch change each other; a generator must make the"
                    + " same image of the same noise, alone or in company";
        }
    }

    /** Networks that are told labels, and data that has none. */
    record NoLabels(DataSpec data) implements Violation {
        @Override
        public String message() {
            return "The networks are to be told labels, but %s has none".formatted(data.title());
        }
    }

    /** More classes than networks can be told apart. */
    record TooManyClasses(int actual) implements Violation {
        @Override
        public String message() {
            return "%s classes are too many to be told apart; the limit is %s"
                    .formatted(Count.text(actual), Count.text(Limits.CLASSES));
        }
    }

    /** A score that does not come out of a dense layer. */
    record NoProjection(LayerSpec layer) implements Violation {
        @Override
        public String message() {
            return "Ends in %s, but a projection of the labels wants Dense with 1 unit at the end:"
                            .formatted(layer.title())
                    + " it multiplies what goes into that layer with the label's embedding";
        }
    }

    /** A network without layers. */
    record Empty(Side side) implements Violation {
        @Override
        public String message() {
            return switch (side) {
                case GENERATOR -> "No layers yet: nothing turns the noise into an image";
                case DISCRIMINATOR -> "No layers yet: nothing turns an image into a score";
            };
        }
    }

    /** A network of too many layers. */
    record TooManyLayers(int actual) implements Violation {
        @Override
        public String message() {
            return "%s layers; the limit is %d".formatted(Count.text(actual), Limits.LAYERS);
        }
    }

    /** A network of too many weights. */
    record TooManyParameters(long actual) implements Violation {
        @Override
        public String message() {
            return "%s parameters are too many to train without a graphics card; the limit is %s"
                    .formatted(Count.text(actual), Count.text(Limits.PARAMETERS));
        }
    }

    /** A run that takes too much memory. */
    record TooMuchMemory(long bytes) implements Violation {
        private static final long MEGABYTE = 1 << 20;

        @Override
        public String message() {
            return "Training would take %s MB of memory; the limit is %s MB"
                    .formatted(
                            Count.text(bytes / MEGABYTE), Count.text(Limits.RUN_BYTES / MEGABYTE));
        }
    }

    /** Too many images in a batch. */
    record BatchTooLarge(int actual) implements Violation {
        @Override
        public String message() {
            return "A batch of %s images makes every step slow; the limit is %s"
                    .formatted(Count.text(actual), Count.text(Limits.BATCH));
        }
    }

    /** Too long a noise vector. */
    record LatentTooLarge(int actual) implements Violation {
        @Override
        public String message() {
            return "%s noise values are more than any picture needs; the limit is %s"
                    .formatted(Count.text(actual), Count.text(Limits.LATENT));
        }
    }

    /** Images too large to train on. */
    record DataTooLarge(Shape.Image data) implements Violation {
        @Override
        public String message() {
            return "Images of %s hold %s values; the limit is %s, such as 128×128 pixels"
                    .formatted(data, Count.text(data.size()), Count.text(Limits.IMAGE_VALUES));
        }
    }
}
