package org.ganatelier.engine.network;

import org.ganatelier.train.Benchmark.Part;
import org.ganatelier.train.Benchmark.Place;

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
    /** One line of the table. */
    public record Line(Place place, Part part) {}

    /**
     * What a line has taken.
     *
     * @param multiplyAdds done in that time, where they are counted
     */
    public record Spent(long nanos, long multiplyAdds) {
        private Spent plus(Spent other) {
            return new Spent(nanos + other.nanos, multiplyAdds + other.multiplyAdds);
        }
    }

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final boolean on;
    private final Map<Line, Spent> spent = new LinkedHashMap<>();

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

    /** Counts the time since then as that of a part of some work. */
    public void end(long begin, Place place, Part part) {
        end(begin, place, part, 0);
    }

    /**
     * The same, of work whose arithmetic is counted.
     *
     * @param multiplyAdds for each array of gradients, or for the outputs
     */
    public void end(long begin, Place place, Part part, long multiplyAdds) {
        if (on) {
            long nanos = CLOCK.getCurrentThreadCpuTime() - begin;
            int products = part == Part.BACKWARD ? 2 : 1;
            var more = new Spent(nanos, products * multiplyAdds);
            spent.merge(new Line(place, part), more, Spent::plus);
        }
    }

    /** What was spent since {@link #clear}, in the order of first use. */
    public Map<Line, Spent> spent() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(spent));
    }

    /** Which part a way back through a layer is, by the gradients that it computes. */
    static Part backward(boolean weights, boolean input) {
        if (weights && input) {
            return Part.BACKWARD;
        }
        return weights ? Part.WEIGHTS_ONLY : Part.INPUT_ONLY;
    }

    public void clear() {
        spent.clear();
    }
}
