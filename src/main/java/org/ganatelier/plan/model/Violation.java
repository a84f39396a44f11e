package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;

/** A rule that an experiment breaks, as a fact. */
public sealed interface Violation {
    /** Whether what solves it changes how many weights or values there are. */
    default boolean concernsSizes() {
        return switch (this) {
            case NeedsVector _, NeedsImage _, WrongSize _, WindowTooLarge _, NothingLeft _ -> true;
            case PaddingTooLarge _, OutputPaddingTooLarge _, NotAPoint _ -> true;
            case IndivisibleChannels _, TooMuch _, NotAnImage _, WrongPixels _ -> true;
            case WrongChannels _, NotOneScore _, TooManyClasses _, Empty _ -> true;
            case TooManyLayers _, BatchTooLarge _, LatentTooLarge _, DataTooLarge _ -> true;
            case NoBlack _, NotAScore _, DisturbsPenalty _, DependsOnBatch _ -> false;
            case NoLabels _, NoProjection _ -> false;
            case TooManyParameters _, TooMuchMemory _ -> false;
        };
    }

    /** Whether more layers are all that is missing: what is there is not wrong. */
    default boolean isUnfinished() {
        return switch (this) {
            case Empty _, NotAnImage _, NotAPoint _, NotOneScore _ -> true;
            case WrongPixels(var made, var data) ->
                    made.height() <= data.height() && made.width() <= data.width();
            case WrongChannels(int made, var data) -> made > data.channels();
            case NeedsVector _, NeedsImage _, WrongSize _, WindowTooLarge _, NothingLeft _ -> false;
            case PaddingTooLarge _, OutputPaddingTooLarge _, IndivisibleChannels _ -> false;
            case TooMuch _, TooManyLayers _, TooManyParameters _, TooMuchMemory _ -> false;
            case NoBlack _, NotAScore _, DisturbsPenalty _, DependsOnBatch _ -> false;
            case NoLabels _, NoProjection _, TooManyClasses _ -> false;
            case BatchTooLarge _, LatentTooLarge _, DataTooLarge _ -> false;
        };
    }

    /** A dense layer behind an image. */
    record NeedsVector(LayerSpec layer, PartialShape in) implements Violation {}

    /** A convolution or pooling behind a vector. */
    record NeedsImage(LayerSpec layer, PartialShape in) implements Violation {}

    /** A reshape to another number of values. */
    record WrongSize(Shape target, Shape in) implements Violation {}

    /** A window that finds no place inside the image. */
    record WindowTooLarge(int window, Shape.Image in) implements Violation {}

    /** Padding in which a window could lie without touching the image. */
    record PaddingTooLarge(int padding, int window) implements Violation {}

    /** More output padding than places between two outputs. */
    record OutputPaddingTooLarge(int padding, int stride) implements Violation {}

    /** A layer that cuts off all that there is of an image. */
    record NothingLeft(LayerSpec layer, Shape.Image in) implements Violation {}

    /** Channels that do not fill whole pixels. */
    record IndivisibleChannels(int channels, int factor) implements Violation {}

    /** A number of one layer above its limit. */
    record TooMuch(Measure measure, long actual) implements Violation {
        /** What is counted. */
        public enum Measure {
            UNITS(Limits.UNITS),
            FILTERS(Limits.FILTERS),
            WINDOW(Limits.WINDOW),
            STRIDE(Limits.STRIDE),
            FACTOR(Limits.STRIDE),
            VALUES(Limits.VALUES);

            private final int limit;

            Measure(int limit) {
                this.limit = limit;
            }

            /** The largest number that is allowed. */
            public int limit() {
                return limit;
            }
        }
    }

    /** A generator that ends in a vector. */
    record NotAnImage(PartialShape out, Shape.Image data) implements Violation {}

    /** A generator of anything but points with as many coordinates as the data's. */
    record NotAPoint(PartialShape out, Shape.Flat data) implements Violation {}

    /** A generator of images of another height or width. */
    record WrongPixels(Shape.Image made, Shape.Image data) implements Violation {}

    /** A generator of images with too few or too many channels. */
    record WrongChannels(int made, Shape.Image data) implements Violation {}

    /** A generator whose last activation cannot reach -1. */
    record NoBlack(Activation activation) implements Violation {}

    /** A discriminator that ends in anything but one number. */
    record NotOneScore(PartialShape out) implements Violation {}

    /** A discriminator whose score goes through this layer's activation, or through this curve. */
    record NotAScore(LayerSpec layer) implements Violation {}

    /** A layer of D that a penalty on its gradients, or a loss of pairs, cannot bear. */
    record DisturbsPenalty(LayerSpec layer, Trouble trouble) implements Violation {
        /** What a layer does that a penalty cannot bear. */
        public enum Trouble {
            /** An image's score depends on the others of its batch. */
            MIXES,
            /** Asked twice, the score differs. */
            RANDOM,
            /** The same as {@link #MIXES}, of a loss that compares scores of two batches. */
            UNPAIRS
        }
    }

    /** A layer of G whose image depends on the other samples of the batch. */
    record DependsOnBatch(LayerSpec layer) implements Violation {}

    /** Networks that are told labels, and data that has none. */
    record NoLabels(DataSpec data) implements Violation {}

    /** More classes than networks can be told apart. */
    record TooManyClasses(int actual) implements Violation {}

    /** A score that does not come out of a dense layer. */
    record NoProjection(LayerSpec layer) implements Violation {}

    /** A network without layers. */
    record Empty(Side side) implements Violation {}

    /** A network of too many layers. */
    record TooManyLayers(int actual) implements Violation {}

    /** A network of too many weights. */
    record TooManyParameters(long actual) implements Violation {}

    /** A run that takes too much memory. */
    record TooMuchMemory(long bytes) implements Violation {}

    /** Too many images in a batch. */
    record BatchTooLarge(int actual) implements Violation {}

    /** Too long a noise vector. */
    record LatentTooLarge(int actual) implements Violation {}

    /** Samples too large to train on. */
    record DataTooLarge(Shape data) implements Violation {}
}
