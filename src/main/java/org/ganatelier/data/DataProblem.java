package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;

import java.nio.file.Path;

/** Why samples cannot be read. */
public sealed interface DataProblem {
    /** There is no such file. */
    record NoSuchFile(Path file) implements DataProblem {}

    /** A folder stands where a file is needed. */
    record IsFolder(Path file) implements DataProblem {}

    /** A device or a pipe stands where a file is needed. */
    record IsDevice(Path file) implements DataProblem {}

    /** The system does not let a file be read. */
    record Unreadable(Path file) implements DataProblem {}

    /** A file has no bytes. */
    record Empty(Path file) implements DataProblem {}

    /** A file ends within its header. */
    record HeaderCut(Path file) implements DataProblem {}

    /** A file cannot be unpacked. */
    record BadCompression(Path file) implements DataProblem {}

    /** A file has the header of an IDX file of something else. */
    record OtherKind(Path file, Kind found, Kind wanted) implements DataProblem {}

    /**
     * A file is no IDX file.
     *
     * @param found its first four bytes
     * @param magic the four bytes that it should begin with
     */
    record NotIdx(Path file, Kind wanted, int found, int magic) implements DataProblem {}

    /** A file holds no images. */
    record NoImages(Path file) implements DataProblem {}

    /**
     * The images of a file are too narrow or too wide.
     *
     * @param longest that a side may be, in pixels
     */
    record ImpossibleSides(Path file, long height, long width, int longest)
            implements DataProblem {}

    /**
     * A file promises more than can be read.
     *
     * @param megabytes of what it promises
     * @param most megabytes that can be read
     */
    record TooMuch(Path file, Content promised, long megabytes, long most) implements DataProblem {}

    /**
     * A file ends before all that it promises has come.
     *
     * @param missing bytes
     * @param bytes that it should have after its header
     */
    record EndsEarly(Path file, Content promised, long missing, long bytes)
            implements DataProblem {}

    /** A file goes on after all that it promises. */
    record TooLong(Path file, Content promised) implements DataProblem {}

    /** A file holds images of another shape than the experiment was made for. */
    record OtherShape(Path file, Shape.Image found, Shape.Image wanted) implements DataProblem {}

    /** There is not one label for each image. */
    record CountsDiffer(Path labels, int ofLabels, Path images, int ofImages)
            implements DataProblem {}

    /** A file is no NumPy array. */
    record NotNumpy(Path file) implements DataProblem {}

    /** The header of a NumPy array is too long to be one. */
    record NumpyHeaderTooLong(Path file) implements DataProblem {}

    /** A NumPy array does not hold unsigned bytes in C order. */
    record NotBytes(Path file) implements DataProblem {}

    /** A NumPy array has not the shape of images. */
    record NotImages(Path file) implements DataProblem {}

    /**
     * A NumPy array is larger than what can be read.
     *
     * @param megabytes that it has
     * @param most megabytes that can be read
     */
    record NumpyTooLarge(Path file, long megabytes, long most) implements DataProblem {}

    /** A NumPy array is shorter than its header says. */
    record NumpyCut(Path file) implements DataProblem {}

    /** Something follows behind a NumPy array. */
    record NumpyTooLong(Path file) implements DataProblem {}

    /**
     * Reading failed, and nobody foresaw why.
     *
     * @param data what was to be read
     * @param cause for a report of the error
     */
    record Unforeseen(DataSpec data, String cause) implements DataProblem {}

    /** What an IDX file holds. */
    enum Kind {
        IMAGES,
        LABELS
    }

    /** What an IDX file says that it holds. */
    sealed interface Content {
        /** So many images. */
        record OfImages(long count, long height, long width) implements Content {}

        /** So many labels. */
        record OfLabels(long count) implements Content {}
    }
}
