package org.ganatelier.train.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where the time of a step goes. Owned by the training thread. */
final class Profile {
    /** What was done. */
    enum Part {
        FORWARD("forward"),
        BACKWARD("backward: dW and dx"),
        WEIGHTS_ONLY("backward: dW"),
        INPUT_ONLY("backward: dx"),
        OTHER("");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
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
    record Line(String label, Part part) {}

    private final boolean on;
    private final Map<Line, Long> nanos = new LinkedHashMap<>();

    private Profile(boolean on) {
        this.on = on;
    }

    static Profile on() {
        return new Profile(true);
    }

    static Profile off() {
        return new Profile(false);
    }

    /** The time now, for {@link #end}. */
    long begin() {
        return on ? System.nanoTime() : 0;
    }

    void end(long begin, String label, Part part) {
        if (on) {
            nanos.merge(new Line(label, part), System.nanoTime() - begin, Long::sum);
        }
    }

    /** Nanoseconds spent since {@link #clear}, in the order of first use. */
    Map<Line, Long> nanos() {
        return Map.copyOf(nanos);
    }

    void clear() {
        nanos.clear();
    }
}
