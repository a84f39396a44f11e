package org.ganatelier.train;

import org.ganatelier.experiment.Schedule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The values of {@link LiveSetting} as text and back. */
final class LiveValues {
    /** A number with a fraction. */
    static final Type<Double> DECIMAL = new Decimal();

    /** A whole number. */
    static final Type<Long> WHOLE = new Whole();

    /** A shape of the fall of a rate, by its name in JSON. */
    static final Type<Schedule.Kind> SCHEDULE = new ScheduleName();

    private LiveValues() {}

    /** A kind of value. */
    interface Type<T> {
        /** Exact: {@link #parse} gives the same value. */
        String text(T value);

        /**
         * The value.
         *
         * @param title of the setting, for the sentence
         * @throws IllegalArgumentException with a sentence for the user
         */
        T parse(String title, String text);
    }

    /** A count that Java keeps in an int; too large a one becomes the largest, and is refused. */
    static int toInt(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static IllegalArgumentException refused(String title, String wanted, String text) {
        String start = title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        return new IllegalArgumentException(
                "%s must be %s, not \"%s\"".formatted(start, wanted, text));
    }

    private static final class Decimal implements Type<Double> {
        @Override
        public String text(Double value) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }

        @Override
        public Double parse(String title, String text) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw refused(title, "a number", text);
            }
        }
    }

    private static final class Whole implements Type<Long> {
        @Override
        public String text(Long value) {
            return value.toString();
        }

        @Override
        public Long parse(String title, String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw refused(title, "a whole number", text);
            }
        }
    }

    private static final class ScheduleName implements Type<Schedule.Kind> {
        @Override
        public String text(Schedule.Kind value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Schedule.Kind parse(String title, String text) {
            return Arrays.stream(Schedule.Kind.values())
                    .filter(kind -> text(kind).equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> refused(title, names(), text));
        }

        private String names() {
            return Arrays.stream(Schedule.Kind.values())
                    .map(this::text)
                    .collect(Collectors.joining(" or "));
        }
    }
}
