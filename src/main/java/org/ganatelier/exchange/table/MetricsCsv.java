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
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of a training as comma-separated values, a line for each step, for spreadsheets and
 * plotting programs. What was not measured is {@code NaN}. Lines wait until they can be written:
 * where a disk is full for a while, nothing is lost. For one thread.
 */
public final class MetricsCsv implements AutoCloseable {
    /** What a column holds, in the order of a new file. */
    private enum Column {
        STEP("step", "%.0f", Metrics::step),
        SECONDS("seconds", "%.4f", Metrics::seconds),
        G_LOSS("g_loss", DIGITS, Metrics::generatorLoss),
        D_LOSS("d_loss", DIGITS, Metrics::discriminatorLoss),
        D_REAL("d_real", DIGITS, Metrics::dReal),
        D_FAKE("d_fake", DIGITS, Metrics::dFake),
        IMAGES("images_per_s", "%.1f", Metrics::imagesPerSecond),
        PENALTY("gradient_penalty", DIGITS, Metrics::gradientPenalty),
        G_RATE("g_rate", DIGITS, Metrics::generatorRate),
        D_RATE("d_rate", DIGITS, Metrics::discriminatorRate),
        G_GRADIENT("g_gradient", DIGITS, Metrics::generatorGradient),
        D_GRADIENT("d_gradient", DIGITS, Metrics::discriminatorGradient);

        private final String title;
        private final String format;

        // References to accessors: nothing in them changes.
        @SuppressWarnings("ImmutableEnumChecker")
        private final ToDoubleFunction<Metrics> value;

        Column(String title, String format, ToDoubleFunction<Metrics> value) {
            this.title = title;
            this.format = format;
            this.value = value;
        }

        /** The columns of a header, in its order; none where one of them is not known. */
        static List<Column> of(String header) {
            List<Column> found =
                    Arrays.stream(header.strip().split(",", -1))
                            .flatMap(
                                    title ->
                                            Arrays.stream(values())
                                                    .filter(column -> column.title.equals(title)))
                            .toList();
            boolean all = header.endsWith("\n") && header.equals(header(found));
            return all && found.getFirst() == STEP ? found : List.of();
        }

        static String header(List<Column> columns) {
            return columns.stream().map(column -> column.title).collect(Collectors.joining(","))
                    + "\n";
        }

        String text(Metrics metrics) {
            return String.format(Locale.ROOT, format, value.applyAsDouble(metrics));
        }
    }

    /** All that the engine's float arithmetic knows. */
    private static final String DIGITS = "%.7g";

    /** About 100 steps. */
    private static final int ENOUGH = 8192;

    /** Bytes that wait at most: about 50,000 steps. */
    private static final int MOST = 4 << 20;

    private final FileChannel file;
    private final List<Column> columns;
    private final StringBuilder waiting = new StringBuilder();

    /** Bytes of whole lines that are in the file. */
    private long written;

    private long lost;

    private MetricsCsv(FileChannel file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Begins a file, replacing what it held. */
    public static MetricsCsv begin(Path file) throws IOException {
        List<Column> all = List.of(Column.values());
        var csv = new MetricsCsv(open(file, StandardOpenOption.TRUNCATE_EXISTING), all);
        csv.waiting.append(Column.header(all));
        return csv;
    }

    /**
     * Goes on with the file of a training that stopped: what it says of later steps is cut off. It
     * keeps its columns: one of an earlier version of the program may have fewer. A file of another
     * kind is begun anew.
     *
     * @param step the last one that counts
     */
    public static MetricsCsv goOn(Path file, long step) throws IOException {
        List<Column> columns = Files.exists(file) ? columns(file) : List.of();
        if (columns.isEmpty()) {
            return begin(file);
        }
        long length = lengthUntil(step, file);
        var csv = new MetricsCsv(open(file), columns);
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

    private static List<Column> columns(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Column.of(line(in));
        }
    }

    /** Bytes of the header and of all whole lines up to a step. */
    private static long lengthUntil(long step, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long length = line(in).length();
            String line = line(in);
            while (line.endsWith("\n") && stepOf(line) <= step) {
                length += line.length();
                line = line(in);
            }
            return length;
        }
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
        try {
            return Long.parseLong(line.substring(0, Math.max(0, line.indexOf(','))));
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    /** Adds a line; it waits to be written. */
    public void add(Metrics m) {
        if (waiting.length() > MOST) {
            lost++;
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            waiting.append(i == 0 ? "" : ",").append(columns.get(i).text(m));
        }
        waiting.append('\n');
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
