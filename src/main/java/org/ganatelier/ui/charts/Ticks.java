package org.ganatelier.ui.charts;

import org.ganatelier.text.Words;

import java.util.List;
import java.util.stream.LongStream;

/** The labels of a plot's axes. */
final class Ticks {
    /** Width that a label of the axis of steps may take, with a gap. */
    private static final double STEP_LABEL = 90;

    /** An axis that reaches so far has powers of ten. */
    private static final double LARGE = 1e5;

    /**
     * A label and its place.
     *
     * @param at pixels along the axis, from the left or upper edge of the plotting area
     */
    record Tick(double at, String label) {}

    private Ticks() {}

    /** The steps; the first label says that they are steps. */
    static List<Tick> ofSteps(Frame frame, Words words) {
        long tick = frame.stepTick(STEP_LABEL);
        long first = Math.ceilDiv((long) frame.from(), tick) * tick;
        return LongStream.iterate(first, step -> step <= frame.to(), step -> step + tick)
                .mapToObj(
                        step ->
                                new Tick(
                                        frame.x((double) step),
                                        step == first
                                                ? words.say("charts.readout.step", "step", step)
                                                : words.number(step)))
                .toList();
    }

    /** The values, with as many decimals as tell them apart, or short where they are large. */
    static List<Tick> ofValues(Frame frame, Words words) {
        Scale scale = frame.scale();
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(scale.tick()) - 1e-9));
        boolean large = Math.max(-scale.bottom(), scale.top()) >= LARGE;
        long first = Math.round(scale.bottom() / scale.tick());
        long last = Math.round(scale.top() / scale.tick());
        return LongStream.rangeClosed(first, last)
                .mapToDouble(i -> i * scale.tick())
                .mapToObj(value -> new Tick(frame.y(value), label(value, decimals, large, words)))
                .toList();
    }

    private static String label(double value, int decimals, boolean large, Words words) {
        return large && value != 0 ? words.power(value, 1) : words.decimal(value, decimals);
    }
}
