package org.ganatelier.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A line for a file: the time, then as on the terminal. */
final class DatedLine extends Formatter {
    private final ShortLine line = new ShortLine();

    @Override
    public String format(LogRecord record) {
        Instant time = record.getInstant().truncatedTo(ChronoUnit.MILLIS);
        return LocalDateTime.ofInstant(time, ZoneId.systemDefault()) + " " + line.format(record);
    }
}
