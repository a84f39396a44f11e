package org.ganatelier.project;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Why a file, or a setting of an experiment, cannot be used. */
public sealed interface FileProblem {
    /** What is wrong with a file. */
    record InFile(Path file, FileProblem problem) implements FileProblem {}

    /**
     * What is wrong with a file that ships with the program.
     *
     * @param name such as {@code mnist.classifier}
     */
    record InOwnFile(String name, FileProblem problem) implements FileProblem {}

    /** A file cannot be opened or read to its end. */
    record CannotBeRead(Path file, FileRefusal reason) implements FileProblem {}

    /** A file cannot be written. */
    record CannotBeSaved(Path file, FileRefusal reason) implements FileProblem {}

    /** A file cannot be used, whatever was tried with it. */
    record CannotBeUsed(Optional<String> file, FileRefusal reason) implements FileProblem {}

    /** The bytes of a file are no UTF-8. */
    record NotText(Path file) implements FileProblem {}

    /** No experiment takes so many bytes. */
    record TooLarge() implements FileProblem {}

    /**
     * A text is no JSON.
     *
     * @param line from 1, where reading stopped
     * @param column from 1
     */
    record NotJson(int line, int column) implements FileProblem {}

    /** A text is JSON with more brackets in brackets, or longer values, than anybody writes. */
    record ExcessiveJson() implements FileProblem {}

    /** A text is JSON, but no object. */
    record NotAnObject() implements FileProblem {}

    /**
     * A JSON object does not say that it is an experiment.
     *
     * @param format the version it should name
     */
    record NoFormat(int format) implements FileProblem {}

    /**
     * A newer version of the program wrote this.
     *
     * @param format the version of the file
     * @param reads the newest version that this program reads
     */
    record TooNew(int format, int reads) implements FileProblem {}

    /** A value of a JSON text is not as it must be. */
    record WrongJson(JsonProblem problem) implements FileProblem {}

    /**
     * An experiment has no such setting.
     *
     * @param nearest the path of a setting that it has
     */
    record UnknownSetting(String path, Optional<String> nearest) implements FileProblem {}

    /** A file is neither a project nor a classifier. */
    record NotOurs() implements FileProblem {}

    /** A file ends too early. */
    record Incomplete() implements FileProblem {}

    /** A file contradicts itself. */
    record Damaged(Damage damage) implements FileProblem {}

    /** A file holds an experiment that was never trained, where a run is needed. */
    record NotTrained() implements FileProblem {}

    /**
     * A part of a file would be larger than what can be read again.
     *
     * @param entry its name
     * @param megabytes that it would have
     * @param most megabytes that it may have
     */
    record TooMuchToSave(String entry, long megabytes, long most) implements FileProblem {}

    /** A run has a value that is infinite or not a number, so that nobody could go on from it. */
    record NotFinite(String array) implements FileProblem {}

    /** There is no such preset. */
    record NoSuchPreset(String name, List<String> presets) implements FileProblem {
        public NoSuchPreset {
            presets = List.copyOf(presets);
        }
    }

    /** A name is neither a file's nor a preset's. */
    record NeitherFileNorPreset(String name, List<String> presets) implements FileProblem {
        public NeitherFileNorPreset {
            presets = List.copyOf(presets);
        }
    }

    /** There are no such networks to measure. */
    record NoSuchBenchNet(String name, List<String> networks) implements FileProblem {
        public NoSuchBenchNet {
            networks = List.copyOf(networks);
        }
    }

    /** What is wrong where the system refuses a file. */
    static FileProblem of(IOException problem) {
        Optional<String> file =
                problem instanceof FileSystemException known
                        ? Optional.ofNullable(known.getFile())
                        : Optional.empty();
        return new CannotBeUsed(file, FileRefusal.of(problem));
    }
}
