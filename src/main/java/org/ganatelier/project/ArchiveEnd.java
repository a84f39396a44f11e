package org.ganatelier.project;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The last bytes of a zip (APPNOTE.TXT 6.3.10, 4.3.16), which say how large its table of contents
 * is: Java's reader would take it into memory whole, whatever its size.
 */
final class ArchiveEnd {
    private static final int LENGTH = 22;
    private static final int SIGNATURE = 0x06054b50;
    private static final int ENTRIES = 10;
    private static final int CONTENTS = 12;
    private static final int COMMENT = 20;

    private ArchiveEnd() {}

    /**
     * Makes sure that the table of contents is one of ours. Zips of more than 65,534 entries or 4
     * GB, which say so elsewhere, are none.
     *
     * @throws ProjectException where the file ends elsewhere, or its table is too large
     */
    static void check(Path file) throws IOException, ProjectException {
        ByteBuffer end = read(file);
        if (end.getInt(0) != SIGNATURE || end.getShort(COMMENT) != 0) {
            throw new ProjectException(new FileProblem.Incomplete());
        }
        int entries = Short.toUnsignedInt(end.getShort(ENTRIES));
        long contents = Integer.toUnsignedLong(end.getInt(CONTENTS));
        if (entries > ArchiveLimits.MOST_ENTRIES || contents > ArchiveLimits.MOST_CONTENTS) {
            throw new ProjectException(new FileProblem.Damaged(new Damage.TooManyEntries(entries)));
        }
    }

    private static ByteBuffer read(Path file) throws IOException, ProjectException {
        var end = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        try (var channel = FileChannel.open(file)) {
            long from = channel.size() - LENGTH;
            if (from < 0) {
                throw new ProjectException(new FileProblem.Incomplete());
            }
            while (end.hasRemaining()) {
                if (channel.read(end, from + end.position()) < 0) {
                    throw new EOFException(file.toString());
                }
            }
        }
        return end;
    }
}
