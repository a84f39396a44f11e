package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;

import java.util.Optional;

/** What is known of the shape of a sample between two layers, some of which may be broken. */
public sealed interface PartialShape {
    /** Everything. */
    record Exact(Shape shape) implements PartialShape {}

    /**
     * An image of unknown height and width.
     *
     * @param channels at least 1: what a vector would have, which has none, is taken for one
     */
    record SomeImage(int channels) implements PartialShape {
        public SomeImage {
            channels = Math.max(channels, 1);
        }
    }

    /** A vector of unknown length. */
    record SomeVector() implements PartialShape {}

    /** Known completely. */
    static PartialShape flat(int units) {
        return new Exact(new Shape.Flat(units));
    }

    default boolean isImage() {
        return switch (this) {
            case Exact(Shape.Image _) -> true;
            case Exact(Shape.Flat _) -> false;
            case SomeImage _ -> true;
            case SomeVector _ -> false;
        };
    }

    /** The shape, where it is known. */
    default Optional<Shape> known() {
        return this instanceof Exact(Shape shape) ? Optional.of(shape) : Optional.empty();
    }

    /** The image, where it is one and known. */
    default Optional<Shape.Image> image() {
        return this instanceof Exact(Shape.Image image) ? Optional.of(image) : Optional.empty();
    }

    /** Values in a sample, 0 where unknown. */
    default long size() {
        return known().map(Shape::size).orElse(0L);
    }

    /** Channels of an image, values of a vector: what normalization counts by; 0 if unknown. */
    default int features() {
        return switch (this) {
            case Exact(Shape.Image image) -> image.channels();
            case Exact(Shape.Flat(int units)) -> units;
            case SomeImage(int channels) -> channels;
            case SomeVector _ -> 0;
        };
    }
}
