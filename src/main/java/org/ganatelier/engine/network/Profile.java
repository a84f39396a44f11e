package org.ganatelier.engine.network;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a step goes: processor time of the training thread, so that other programs do
 * not count. Helper threads do not count either: measure with one. Owned by the training thread.
 */
public final class Profile {
    /** What was done. */
    public enum Part {
        FORWARD("forward"),
        BACKWARD("backward: dW and dx"),
        WEIGHTS_ONLY("backward: dW"),
        INPUT_ONLY("backward: dx"),
        OTHER("");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        static Part backward(boolean weights, boolean input) {
            if (weights && input) {
                return BACKWARD;
            }
            return weights ? WEIGHTS_ONLY : INPUT_ONLY;
        }
    }

    /** One line of the table. */
    public record Line(String label, Part part) {}

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final boolean on;
    private final Map<Line, Long> nanos = new LinkedHashMap<>();

    private Profile(boolean on) {
        this.on = on;
    }

    public static Profile on() {
        return new Profile(true);
    }

    public static Profile off() {
        return new Profile(false);
    }

    /** The time now, for {@link #end}. */
    public long begin() {
        return on ? CLOCK.getCurrentThreadCpuTime() : 0;
    }

    public void end(long begin, String label, Part part) {
        if (on) {
            nanos.merge(new Line(label, part), CLOCK.getCurrentThreadCpuTime() - begin, Long::sum);
        }
    }

    /** Nanoseconds spent since {@link #clear}, in the order of first use. */
    public Map<Line, Long> nanos() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(nanos));
    }

    public void clear() {
        nanos.clear();
    }
}
