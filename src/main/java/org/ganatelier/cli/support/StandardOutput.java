package org.ganatelier.cli.support;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * The output of this process. Writers of Java keep silent about what cannot be written: this
 * remembers it. Nobody who stops to read, as {@code head} does, is a trouble.
 */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private volatile @Nullable IOException trouble;

    /** What the process writes to. */
    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Why not all could be written; empty where all was, or nobody reads any more. */
    public Optional<IOException> trouble() {
        return Optional.ofNullable(trouble).filter(problem -> !nobodyReads(problem));
    }

    private static boolean nobodyReads(IOException problem) {
        String words = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        // Linux and macOS, Windows, a closed output.
        return words.contains("pipe") || words.contains("bad file descriptor");
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (trouble == null) {
                trouble = e;
            }
            throw e;
        }
    }
}
