package org.ganatelier.data;

import org.ganatelier.data.DataProblem.Content;
import org.ganatelier.data.DataProblem.Kind;
import org.ganatelier.experiment.basics.Shape;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one IDX stream, and tells what is wrong with it. */
final class IdxReader implements AutoCloseable {
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

    /** Far above any set this program can train on, far below what a damaged header may claim. */
    private static final int LONGEST_SIDE = 1024;

    /** A third of the heap, and five times all of MNIST. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int FIRST_ROOM = 1 << 20;

    private final Path file;
    private final InputStream in;

    /**
     * @param file that the bytes are of
     */
    IdxReader(Path file, InputStream raw) throws IOException {
        this.file = file;
        var peeked = new PushbackInputStream(raw, GZIP_MAGIC.length);
        byte[] start = peeked.readNBytes(GZIP_MAGIC.length);
        if (start.length == 0) {
            throw new DataException(new DataProblem.Empty(file));
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
        requireMagic(Kind.IMAGES, Kind.LABELS);
        long count = readSize();
        long height = readSize();
        long width = readSize();
        if (count == 0) {
            throw new DataException(new DataProblem.NoImages(file));
        }
        if (height == 0 || width == 0 || height > LONGEST_SIDE || width > LONGEST_SIDE) {
            throw new DataException(
                    new DataProblem.ImpossibleSides(file, height, width, LONGEST_SIDE));
        }
        requireBytes(count * height * width, new Content.OfImages(count, height, width));
        return new IdxHeader.OfImages((int) count, new Shape.Image((int) height, (int) width, 1));
    }

    Images images() throws IOException {
        IdxHeader.OfImages header = imageHeader();
        byte[] pixels = readAll((int) header.bytes(), header.content());
        return new Images(header.count(), header.shape(), pixels);
    }

    int labelCount() throws IOException {
        requireMagic(Kind.LABELS, Kind.IMAGES);
        long count = readSize();
        requireBytes(count, new Content.OfLabels(count));
        return (int) count;
    }

    byte[] labels() throws IOException {
        int count = labelCount();
        return readAll(count, new Content.OfLabels(count));
    }

    private void requireMagic(Kind wanted, Kind other) throws IOException {
        int magic = readInt();
        if (magic == IdxHeader.magic(other)) {
            throw new DataException(new DataProblem.OtherKind(file, other, wanted));
        }
        if (magic != IdxHeader.magic(wanted)) {
            throw new DataException(
                    new DataProblem.NotIdx(file, wanted, magic, IdxHeader.magic(wanted)));
        }
    }

    private void requireBytes(long bytes, Content promised) {
        if (bytes > MOST_BYTES) {
            throw new DataException(
                    new DataProblem.TooMuch(file, promised, bytes >> 20, MOST_BYTES >> 20));
        }
    }

    private byte[] readAll(int bytes, Content promised) throws IOException {
        byte[] content = readUpTo(bytes);
        int found = content.length;
        if (found < bytes) {
            throw new DataException(
                    new DataProblem.EndsEarly(file, promised, bytes - found, bytes));
        }
        if (readInto(new byte[1], 0) > 0) {
            throw new DataException(new DataProblem.TooLong(file, promised));
        }
        return content;
    }

    /**
     * As many bytes, or as there are. Room is made for what has come, not for what a header claims.
     */
    private byte[] readUpTo(int most) throws IOException {
        var content = new byte[Math.clamp(in.available(), Math.min(FIRST_ROOM, most), most)];
        int found = readInto(content, 0);
        while (found == content.length && found < most) {
            content = Arrays.copyOf(content, (int) Math.min(most, 2L * found));
            found += readInto(content, found);
        }
        return found == content.length ? content : Arrays.copyOf(content, found);
    }

    private long readSize() throws IOException {
        return Integer.toUnsignedLong(readInt());
    }

    private int readInt() throws IOException {
        var four = new byte[Integer.BYTES];
        if (readInto(four, 0) < four.length) {
            throw new DataException(new DataProblem.HeaderCut(file));
        }
        return ByteBuffer.wrap(four).getInt();
    }

    /**
     * Fills the array from a place on; returns how many bytes there were, fewer only at the end of
     * the stream.
     */
    private int readInto(byte[] target, int from) throws IOException {
        try {
            return in.readNBytes(target, from, target.length - from);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    private DataException damaged(IOException cause) {
        return new DataException(new DataProblem.BadCompression(file), cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
