package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one IDX stream, and says in a sentence what is wrong with it. */
final class IdxReader implements AutoCloseable {
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

    /** Far above any set this program can train on, far below what a damaged header may claim. */
    private static final int LONGEST_SIDE = 1024;

    /** A third of the heap, and five times all of MNIST. */
    private static final long MOST_BYTES = 256L << 20;

    private final String name;
    private final InputStream in;

    /**
     * @param name of the file, for the sentences
     */
    IdxReader(String name, InputStream raw) throws IOException {
        this.name = name;
        var peeked = new PushbackInputStream(raw, GZIP_MAGIC.length);
        byte[] start = peeked.readNBytes(GZIP_MAGIC.length);
        if (start.length == 0) {
            throw new DataException(name + " is empty.");
        }
        peeked.unread(start);
        in = Arrays.equals(start, GZIP_MAGIC) ? unpacked(peeked) : peeked;
    }

    private InputStream unpacked(InputStream compressed) throws IOException {
        try {
            return new BufferedInputStream(new GZIPInputStream(compressed, 1 << 16), 1 << 16);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    IdxHeader.OfImages imageHeader() throws IOException {
        requireMagic(IdxHeader.IMAGES_MAGIC, IdxHeader.LABELS_MAGIC, "images", "labels");
        long count = readSize();
        long height = readSize();
        long width = readSize();
        if (count == 0) {
            throw new DataException(name + " holds no images.");
        }
        if (height == 0 || width == 0 || height > LONGEST_SIDE || width > LONGEST_SIDE) {
            throw new DataException(
                    "%s says that its images are %,d×%,d; sides must be between 1 and %,d pixels."
                            .formatted(name, height, width, LONGEST_SIDE));
        }
        requireBytes(count * height * width, IdxHeader.describe(count, height, width));
        return new IdxHeader.OfImages((int) count, new Shape.Image((int) height, (int) width, 1));
    }

    Images images() throws IOException {
        IdxHeader.OfImages header = imageHeader();
        byte[] pixels = readAll((int) header.bytes(), header.toString());
        return new Images(header.count(), header.shape(), pixels);
    }

    int labelCount() throws IOException {
        requireMagic(IdxHeader.LABELS_MAGIC, IdxHeader.IMAGES_MAGIC, "labels", "images");
        long count = readSize();
        requireBytes(count, "%,d labels".formatted(count));
        return (int) count;
    }

    byte[] labels() throws IOException {
        int count = labelCount();
        return readAll(count, "%,d labels".formatted(count));
    }

    private void requireMagic(int wanted, int other, String what, String otherWhat)
            throws IOException {
        int magic = readInt();
        if (magic == other) {
            throw new DataException(
                    "%s holds %s, where a file of %s is needed.".formatted(name, otherWhat, what));
        }
        if (magic != wanted) {
            throw new DataException(
                    "%s is not an IDX file of %s: it starts with %08x instead of %08x."
                            .formatted(name, what, magic, wanted));
        }
    }

    private void requireBytes(long bytes, String what) {
        if (bytes > MOST_BYTES) {
            throw new DataException(
                    "%s says that it holds %s, %,d MB; at most %,d MB can be read."
                            .formatted(name, what, bytes >> 20, MOST_BYTES >> 20));
        }
    }

    private byte[] readAll(int bytes, String promised) throws IOException {
        var content = new byte[bytes];
        int found = readInto(content);
        if (found < bytes) {
            throw new DataException(
                    "%s ends too early: it promises %s, and %,d of their %,d bytes are missing."
                            .formatted(name, promised, bytes - found, bytes));
        }
        if (readInto(new byte[1]) > 0) {
            throw new DataException(
                    "%s is longer than it should be: more follows after its %s."
                            .formatted(name, promised));
        }
        return content;
    }

    private long readSize() throws IOException {
        return Integer.toUnsignedLong(readInt());
    }

    private int readInt() throws IOException {
        var four = new byte[Integer.BYTES];
        if (readInto(four) < four.length) {
            throw new DataException(name + " ends within its header.");
        }
        return ByteBuffer.wrap(four).getInt();
    }

    /** Fills the array; returns how many bytes there were, fewer only at the end of the stream. */
    private int readInto(byte[] target) throws IOException {
        try {
            return in.readNBytes(target, 0, target.length);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    private DataException damaged(IOException cause) {
        return new DataException(
                name + " is damaged or cut short: its gzip compression cannot be undone.", cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
