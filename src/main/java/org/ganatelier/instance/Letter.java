package org.ganatelier.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one start tells the window that is open already: a file to open or, without one, only to
 * come to the front. On the way: a word that both know, the length of the path in bytes, the path.
 */
record Letter(Optional<Path> file) {
    private static final int WORD = 0x47414E31;

    /** More than any system lets a path have. */
    private static final int LONGEST = 1 << 15;

    void write(OutputStream to) throws IOException {
        byte[] path = file.map(Path::toString).orElse("").getBytes(StandardCharsets.UTF_8);
        if (path.length > LONGEST) {
            throw new ProtocolException(Integer.toString(path.length));
        }
        var out = new DataOutputStream(to);
        out.writeInt(WORD);
        out.writeInt(path.length);
        out.write(path);
        out.flush();
    }

    /**
     * Reads one.
     *
     * @throws IOException where it is none
     */
    static Letter read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        int word = in.readInt();
        int length = in.readInt();
        if (word != WORD || length < 0 || length > LONGEST) {
            throw new ProtocolException(Integer.toHexString(word));
        }
        String path = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        try {
            return new Letter(path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)));
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }
}
