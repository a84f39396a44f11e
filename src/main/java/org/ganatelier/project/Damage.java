package org.ganatelier.project;

/** In what a project or a classifier's file contradicts itself. */
public sealed interface Damage {
    /** The file lacks an entry that it must have. */
    record MissingEntry(String entry) implements Damage {}

    /** An entry or an array cannot be read to its end, or its checksum is wrong. */
    record UnreadableEntry(String name) implements Damage {}

    /** An entry is damaged in itself. */
    record InEntry(String entry, Damage damage) implements Damage {}

    /** An entry is no JSON. */
    record NotJson() implements Damage {}

    /** An entry is JSON, but no object. */
    record NotAnObject() implements Damage {}

    /** A value of an entry's JSON is not as it must be. */
    record WrongJson(JsonProblem problem) implements Damage {}

    /** An array has another number of values than it should have. */
    record WrongLength(String array, int length) implements Damage {}

    /** A value of an array is infinite or not a number. */
    record NotFinite(String array) implements Damage {}

    /** An array is listed twice or with a negative length. */
    record BadListing(String array) implements Damage {}

    /** An array has a name with control characters, or one that is too long to be one. */
    record BadName() implements Damage {}

    /** The file lists more parts than any file has. */
    record TooManyEntries(int entries) implements Damage {}

    /**
     * The file lists more values than its networks can use.
     *
     * @param wanted at most: weights, running statistics, optimizer state and averages
     */
    record UnwantedValues(long wanted, long listed) implements Damage {}

    /** A counter is below 0. */
    record ImpossibleCounter(String counter) implements Damage {}

    /** A curve, a score or a mark stands where the run has not been. */
    record ImpossiblePast() implements Damage {}

    /**
     * The features of an image have more values than a classifier can compare.
     *
     * @param width of the features, in values
     */
    record TooLargeToClassify(long width) implements Damage {}

    /** The file claims to hold more values than any run has. */
    record TooManyValues(long values) implements Damage {}

    /** The network has another number of parameters than the file lists values. */
    record WrongParameters(long parameters, long listed) implements Damage {}

    /** No version, step or time can be like this. */
    record ImpossibleState() implements Damage {}

    /** No engine runs on so many threads. */
    record ImpossibleThreads() implements Damage {}

    /** A step of one player alone stands where none can. */
    record MisplacedPlayerStep() implements Damage {}

    /** An edit stands where none can. */
    record MisplacedEdit() implements Damage {}

    /** An edit changes what no run can change. */
    record UnknownEdit(String setting) implements Damage {}

    /** An edit has a value that the experiment cannot have. */
    record ImpossibleEdit() implements Damage {}

    /** No classifier can be as accurate, or of as many images, as the file says. */
    record ImpossibleAccuracy() implements Damage {}

    /** The network cannot classify the images of its data. */
    record ImpossibleClassifier() implements Damage {}
}
