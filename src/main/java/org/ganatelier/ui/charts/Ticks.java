package org.ganatelier.ui.charts;

import org.ganatelier.text.Words;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** The labels of a plot's axes. */
final class Ticks {
    /** Width that a label of the axis of steps may take, with a gap. */
    private static final double STEP_LABEL = 90;

    /** An axis that reaches so far has powers of ten. */
    private static final double LARGE = 1e5;

    /** And so have values so near to zero. */
    private static final double SMALL = 1e-3;

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** A longer axis of time counts minutes. */
    private static final double MOST_SECONDS = 180;

    /** A longer one counts hours. */
    private static final double MOST_MINUTES = 180;

    /**
     * A label and its place.
     *
     * @param at pixels along the axis, from the left or upper edge of the plotting area
     */
    record Tick(double at, String label) {}

    private Ticks() {}

    /** What the lower axis counts; the first label says what that is. */
    static List<Tick> ofSteps(Frame frame, Words words) {
        return switch (frame.axis().unit()) {
            case STEPS ->
                    along(frame, 1, 1).stream()
                            .map(
                                    place ->
                                            new Tick(
                                                    frame.xOf(place.at()),
                                                    place.first()
                                                            ? words.say(
                                                                    "charts.readout.step",
                                                                    "step",
                                                                    Math.round(place.at()))
                                                            : words.number(Math.round(place.at()))))
                            .toList();
            case SECONDS -> ofTime(frame, words);
            case EPOCHS -> labelled(along(frame, 1, 0), 1, "charts.axis.tick.epochs", frame, words);
        };
    }

    /** Seconds, minutes or hours, whichever takes few digits. */
    private static List<Tick> ofTime(Frame frame, Words words) {
        double end = frame.axis().at(frame.to());
        if (end <= MOST_SECONDS) {
            return labelled(along(frame, 1, 0), 1, "charts.axis.tick.seconds", frame, words);
        }
        return end <= MOST_MINUTES * MINUTE
                ? labelled(
                        along(frame, MINUTE, 0), MINUTE, "charts.axis.tick.minutes", frame, words)
                : labelled(along(frame, HOUR, 0), HOUR, "charts.axis.tick.hours", frame, words);
    }

    private static List<Tick> labelled(
            List<Place> places, double unit, String key, Frame frame, Words words) {
        double apart = places.size() < 2 ? unit : places.get(1).at() - places.get(0).at();
        int decimals = decimals(apart / unit);
        return places.stream()
                .map(
                        place -> {
                            String number = words.decimal(place.at() / unit, decimals);
                            return new Tick(
                                    frame.xOf(place.at()),
                                    place.first() ? words.say(key, "n", number) : number);
                        })
                .toList();
    }

    /**
     * A place on the lower axis that is named.
     *
     * @param at in the axis's unit
     */
    private record Place(double at, boolean first) {}

    /**
     * @param unit in which the distance of two places is 1, 2 or 5 times a power of ten
     * @param least distance of two places, in that unit
     */
    private static List<Place> along(Frame frame, double unit, double least) {
        double from = frame.axis().at(frame.from());
        double to = frame.axis().at(frame.to());
        double wanted = (to - from) * STEP_LABEL / frame.width() / unit;
        double tick = Math.max(least, Scale.niceTick(wanted)) * unit;
        long first = (long) Math.ceil(from / tick - 1e-6);
        long last = (long) Math.floor(to / tick + 1e-6);
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> new Place(i * tick, i == first))
                .toList();
    }

    /** The values, with as many decimals as tell them apart, or short where they are large. */
    static List<Tick> ofValues(Frame frame, Words words) {
        Scale scale = frame.scale();
        int decimals = decimals(scale.tick());
        boolean large = Math.max(-scale.bottom(), scale.top()) >= LARGE;
        return DoubleStream.of(scale.ticks())
                .mapToObj(
                        value ->
                                new Tick(
                                        frame.y(value),
                                        scale.isLinear()
                                                ? label(value, decimals, large, words)
                                                : power(value, words)))
                .toList();
    }

    private static int decimals(double tick) {
        return (int) Math.max(0, Math.ceil(-Math.log10(tick) - 1e-9));
    }

    private static String label(double value, int decimals, boolean large, Words words) {
        return large && value != 0 ? words.power(value, 1) : words.decimal(value, decimals);
    }

    /** A value with one digit, which may be of any size. */
    private static String power(double value, Words words) {
        double size = Math.abs(value);
        return value != 0 && (size >= LARGE || size < SMALL)
                ? words.power(value, 0)
                : words.decimal(value, value == 0 ? 0 : decimals(size));
    }
}
