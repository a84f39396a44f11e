package org.ganatelier.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A line for the terminal: thread, level, logger, message; below it the stack of its error. */
public final class ShortLine extends Formatter {
    @Override
    public String format(LogRecord record) {
        // Handlers format on the thread that logs.
        return "[%s] %s %s - %s%n%s"
                .formatted(
                        Thread.currentThread().getName(),
                        name(record.getLevel()),
                        record.getLoggerName(),
                        formatMessage(record),
                        stack(record));
    }

    /** The levels as the loggers name them. */
    private static String name(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "WARN" : level.getName();
    }

    private static String stack(LogRecord record) {
        if (record.getThrown() == null) {
            return "";
        }
        var text = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
