package org.ganatelier.session;

import org.ganatelier.exchange.Formats;
import org.ganatelier.files.RegularFile;
import org.ganatelier.project.ProjectFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a file probably is, by its first bytes and its name: its reader finds out whether it is. */
enum FileGuess {
    /** The project file of a run. */
    PROJECT,
    /** An experiment in JSON. */
    EXPERIMENT,
    /** Images in the format of MNIST, packed or not. */
    IDX_IMAGES,
    /** Labels in the format of MNIST, packed or not. */
    IDX_LABELS,
    /** A model of another framework, or its code. */
    MODEL,
    /** Nothing that this program reads. */
    UNKNOWN;

    /**
     * An IDX file begins with two zeros, the type of its values, and how many dimensions it has.
     */
    private static final int IDX_HEADER = 4;

    private static final int IDX_UNSIGNED_BYTES = 8;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int ENOUGH = 64;

    /**
     * Looks at a file.
     *
     * @throws IOException where it cannot be read
     */
    static FileGuess of(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            byte[] start = in.readNBytes(ENOUGH);
            if (begins(start, GZIP)) {
                return unpacked(file);
            }
            if (Formats.takes(file) && plain(start) != EXPERIMENT) {
                return MODEL;
            }
            // What is named as a run and is none is damaged: its reader says how.
            return begins(start, ZIP) || isNamedAsProject(file) ? PROJECT : plain(start);
        }
    }

    private static boolean isNamedAsProject(Path file) {
        return file.toString().endsWith(ProjectFile.EXTENSION);
    }

    private static FileGuess unpacked(Path file) throws IOException {
        try (InputStream in =
                new GZIPInputStream(new BufferedInputStream(RegularFile.open(file)))) {
            FileGuess inside = plain(in.readNBytes(IDX_HEADER));
            return inside == EXPERIMENT ? UNKNOWN : inside;
        } catch (ZipException _) {
            return UNKNOWN;
        }
    }

    private static FileGuess plain(byte[] start) {
        if (start.length >= IDX_HEADER
                && start[0] == 0
                && start[1] == 0
                && start[2] == IDX_UNSIGNED_BYTES) {
            return start[3] == 1 ? IDX_LABELS : IDX_IMAGES;
        }
        for (byte each : start) {
            if (!Character.isWhitespace(each)) {
                return each == '{' ? EXPERIMENT : UNKNOWN;
            }
        }
        return UNKNOWN;
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && bytes[0] == with[0] && bytes[1] == with[1];
    }
}
