package org.ganatelier.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip of texts and float arrays; the same contents give the same bytes. What {@link
 * ArchiveReader} would refuse is not written.
 */
final class ArchiveWriter implements AutoCloseable {
    /** The values of an array. */
    @FunctionalInterface
    interface Floats {
        float at(int index);
    }

    // The earliest time a zip can state: when a file was saved its file system says.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int CHUNK_FLOATS = 16_384;

    private final ZipOutputStream zip;
    private int entries;

    /**
     * @param level of compression, from 0 for none to 9
     */
    ArchiveWriter(OutputStream out, int level) {
        zip = new ZipOutputStream(new BufferedOutputStream(out));
        zip.setLevel(level);
    }

    void text(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!ArchiveLimits.holds(name, bytes, text)) {
            long most = ArchiveLimits.mostBytes(name) >> 20;
            throw new UnreadableContentException(
                    new FileProblem.TooMuchToSave(name, Math.ceilDiv(bytes.length, 1 << 20), most));
        }
        text(name, bytes);
    }

    /** Adds a text that nobody relies on: one that is too long is left out. */
    void shortText(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (ArchiveLimits.holds(name, bytes, text)) {
            text(name, bytes);
        }
    }

    private void text(String name, byte[] bytes) throws IOException {
        begin(name);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Adds an array of finite values.
     *
     * @param array what it is called where one of them is not
     */
    void finite(String name, String array, float... values) throws IOException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new UnreadableContentException(new FileProblem.NotFinite(array));
            }
        }
        floats(name, values.length, index -> values[index]);
    }

    /** Adds an array of any values. */
    void floats(String name, int length, Floats values) throws IOException {
        begin(name);
        var chunk = ByteBuffer.allocate(CHUNK_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer floats = chunk.asFloatBuffer();
        for (int from = 0; from < length; from += CHUNK_FLOATS) {
            int count = Math.min(CHUNK_FLOATS, length - from);
            for (int i = 0; i < count; i++) {
                floats.put(i, values.at(from + i));
            }
            zip.write(chunk.array(), 0, count * Float.BYTES);
        }
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        if (++entries > ArchiveLimits.MOST_ENTRIES) {
            throw new UnreadableContentException(
                    new FileProblem.Damaged(new Damage.TooManyEntries(entries)));
        }
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** Writes the table of contents. */
    @Override
    public void close() throws IOException {
        zip.close();
    }
}
