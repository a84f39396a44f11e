package org.ganatelier.project;

import org.ganatelier.files.RegularFile;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a zip that anybody may have written: nothing it states about itself is believed. */
final class ArchiveReader implements AutoCloseable {
    private static final int CHUNK_FLOATS = 16_384;
    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private final ZipSource zip;

    /**
     * @param zip closed with the reader
     */
    ArchiveReader(ZipSource zip) {
        this.zip = zip;
    }

    /** Whether a file begins like a zip. */
    static boolean isArchive(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = RegularFile.open(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    static ArchiveReader open(Path file) throws IOException, ProjectException {
        RegularFile.require(file);
        if (!isArchive(file)) {
            throw new ProjectException(new FileProblem.NotOurs());
        }
        ArchiveEnd.check(file);
        try {
            return new ArchiveReader(new ZipSource.OnDisk(new ZipFile(file.toFile())));
        } catch (ZipException e) {
            // The table of contents stands at the end.
            throw new ProjectException(new FileProblem.Incomplete(), e);
        }
    }

    /** Whether there is an entry of that name. */
    boolean has(String name) {
        return zip.entry(name) != null;
    }

    /** The text of an entry, UTF-8. */
    String text(String name) throws ProjectException {
        byte[] bytes = read(name, ArchiveLimits.mostBytes(name));
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!ArchiveLimits.hasFewObjects(text)) {
            throw damaged(new Damage.UnreadableEntry(name), null);
        }
        return text;
    }

    /** How many floats an entry claims to hold. */
    long length(String name) throws ProjectException {
        return entry(name).getSize() / Float.BYTES;
    }

    /**
     * The floats of an entry.
     *
     * @param array what they are called where there are more or fewer than {@code length}
     */
    float[] floats(String name, String array, int length) throws ProjectException {
        ZipEntry entry = entry(name);
        // Nothing is allocated for a file that does not even claim to hold as much.
        if (entry.getSize() != length * (long) Float.BYTES) {
            throw damaged(new Damage.WrongLength(array, length), null);
        }
        var values = new float[length];
        try (var in = new CheckedInputStream(zip.open(entry), new CRC32())) {
            var chunk = ByteBuffer.allocate(CHUNK_FLOATS * Float.BYTES);
            chunk.order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < length; from += CHUNK_FLOATS) {
                int count = Math.min(CHUNK_FLOATS, length - from);
                if (in.readNBytes(chunk.array(), 0, count * Float.BYTES) < count * Float.BYTES) {
                    throw new EOFException(name);
                }
                chunk.asFloatBuffer().get(values, from, count);
            }
            check(entry, in);
            return values;
        } catch (IOException e) {
            throw damaged(new Damage.UnreadableEntry(array), e);
        }
    }

    /**
     * The floats of an entry, all of them finite.
     *
     * @param array what they are called where they are not, or where there are more or fewer
     */
    float[] finite(String name, String array, int length) throws ProjectException {
        float[] values = floats(name, array, length);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw damaged(new Damage.NotFinite(array), null);
            }
        }
        return values;
    }

    private byte[] read(String name, int most) throws ProjectException {
        ZipEntry entry = entry(name);
        try (var in = new CheckedInputStream(zip.open(entry), new CRC32())) {
            byte[] bytes = in.readNBytes(most);
            check(entry, in);
            return bytes;
        } catch (IOException e) {
            throw damaged(new Damage.UnreadableEntry(name), e);
        }
    }

    private ZipEntry entry(String name) throws ProjectException {
        ZipEntry entry = zip.entry(name);
        if (entry == null) {
            throw damaged(new Damage.MissingEntry(name), null);
        }
        return entry;
    }

    /** ZipFile compares no checksums. */
    private static void check(ZipEntry entry, CheckedInputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new IOException("length");
        }
        if (in.getChecksum().getValue() != entry.getCrc()) {
            throw new IOException("checksum");
        }
    }

    private static ProjectException damaged(Damage damage, @Nullable IOException cause) {
        return new ProjectException(new FileProblem.Damaged(damage), cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
