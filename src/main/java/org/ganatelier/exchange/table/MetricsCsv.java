package org.ganatelier.exchange.table;

import org.ganatelier.train.Metrics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * The figures of a training as comma-separated values, a line for each step, for spreadsheets and
 * plotting programs. What was not measured is {@code NaN}. Lines wait until they can be written:
 * where a disk is full for a while, nothing is lost. For one thread.
 */
public final class MetricsCsv implements AutoCloseable {
    private static final String HEADER =
            "step,seconds,g_loss,d_loss,d_real,d_fake,images_per_s,gradient_penalty,g_rate,d_rate\n";

    /** About 100 steps. */
    private static final int ENOUGH = 8192;

    /** Bytes that wait at most: about 50,000 steps. */
    private static final int MOST = 4 << 20;

    private final FileChannel file;
    private final StringBuilder waiting = new StringBuilder();

    /** Bytes of whole lines that are in the file. */
    private long written;

    private long lost;

    private MetricsCsv(FileChannel file) {
        this.file = file;
    }

    /** Begins a file, replacing what it held. */
    public static MetricsCsv begin(Path file) throws IOException {
        return new MetricsCsv(open(file, StandardOpenOption.TRUNCATE_EXISTING)).headed();
    }

    /**
     * Goes on with the file of a training that stopped: what it says of later steps is cut off. A
     * file of another kind is begun anew.
     *
     * @param step the last one that counts
     */
    public static MetricsCsv goOn(Path file, long step) throws IOException {
        long length = Files.exists(file) ? lengthUntil(step, file) : 0;
        if (length == 0) {
            return begin(file);
        }
        var csv = new MetricsCsv(open(file));
        csv.written = length;
        csv.file.truncate(length);
        return csv;
    }

    private static FileChannel open(Path file, StandardOpenOption... more) throws IOException {
        StandardOpenOption[] options = Arrays.copyOf(more, more.length + 2);
        options[more.length] = StandardOpenOption.CREATE;
        options[more.length + 1] = StandardOpenOption.WRITE;
        return FileChannel.open(file, options);
    }

    /** Bytes of the header and of all whole lines up to a step; 0 where the header is another. */
    private static long lengthUntil(long step, Path file) throws IOException {
        long length = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String line = line(in);
            if (!line.equals(HEADER)) {
                return 0;
            }
            while (line.endsWith("\n") && stepOf(line) <= step) {
                length += line.length();
                line = line(in);
            }
        }
        return length;
    }

    /**
     * A line with its end, or what there is before the end of the file or a thousand characters.
     */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && line.length() < 1000; next = in.read()) {
            line.append((char) next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static long stepOf(String line) {
        if (line.equals(HEADER)) {
            return 0;
        }
        try {
            return Long.parseLong(line.substring(0, Math.max(0, line.indexOf(','))));
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    private MetricsCsv headed() {
        waiting.append(HEADER);
        return this;
    }

    /** Adds a line; it waits to be written. */
    public void add(Metrics m) {
        if (waiting.length() > MOST) {
            lost++;
            return;
        }
        // Seven digits: all that the engine's float arithmetic knows.
        waiting.append(
                String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.7g,%.7g,%.7g,%.7g,%.1f,%.7g,%.7g,%.7g\n",
                        m.step(),
                        m.seconds(),
                        m.generatorLoss(),
                        m.discriminatorLoss(),
                        m.dReal(),
                        m.dFake(),
                        m.imagesPerSecond(),
                        m.gradientPenalty(),
                        m.generatorRate(),
                        m.discriminatorRate()));
    }

    /** Whether so many lines wait that it is worth to write them. */
    public boolean enoughWait() {
        return waiting.length() >= ENOUGH;
    }

    /** Lines that were given up, as too many had to wait. */
    public long lost() {
        return lost;
    }

    /**
     * Writes the lines that wait.
     *
     * @throws IOException where they cannot be written; they go on waiting, and the next try begins
     *     behind the last whole line
     */
    public void flush() throws IOException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(waiting.toString());
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes, written + bytes.position());
            }
        } catch (IOException e) {
            leaveWholeLines();
            throw e;
        }
        written += length;
        waiting.setLength(0);
    }

    private void leaveWholeLines() {
        try {
            file.truncate(written);
        } catch (IOException _) {
            // What is wrong is told already.
        }
    }

    /** Writes what waits and gives the file back. */
    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            file.close();
        }
    }
}
