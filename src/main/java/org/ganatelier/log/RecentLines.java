package org.ganatelier.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Keeps the newest of what is logged, for a report. Safe to call from any thread. */
final class RecentLines extends Handler {
    private final int most;
    private final Deque<String> newest = new ArrayDeque<>();

    /**
     * @param most how many records are kept, each with its stack
     */
    RecentLines(int most) {
        this.most = most;
        setFormatter(new DatedLine());
    }

    @Override
    public void publish(LogRecord record) {
        String text = getFormatter().format(record);
        synchronized (newest) {
            newest.addLast(text);
            if (newest.size() > most) {
                newest.removeFirst();
            }
        }
    }

    /** Oldest first; each ends with a line break. */
    List<String> get() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
