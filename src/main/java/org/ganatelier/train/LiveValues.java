package org.ganatelier.train;

import org.ganatelier.experiment.Schedule;
import org.ganatelier.train.InvalidSetting.Wanted;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
         * @throws Mismatch where the text is none
         */
        T parse(String text);
    }

    /** A text is no value of a kind. */
    static final class Mismatch extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient Wanted wanted;

        Mismatch(Wanted wanted, @Nullable Throwable cause) {
            super(wanted.toString(), cause);
            this.wanted = wanted;
        }

        Wanted wanted() {
            return wanted;
        }
    }

    /** A count that Java keeps in an int; too large a one becomes the largest, and is refused. */
    static int toInt(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static final class Decimal implements Type<Double> {
        @Override
        public String text(Double value) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }

        @Override
        public Double parse(String text) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new Mismatch(new Wanted.AnyNumber(), e);
            }
        }
    }

    private static final class Whole implements Type<Long> {
        @Override
        public String text(Long value) {
            return value.toString();
        }

        @Override
        public Long parse(String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new Mismatch(new Wanted.WholeNumber(), e);
            }
        }
    }

    private static final class ScheduleName implements Type<Schedule.Kind> {
        @Override
        public String text(Schedule.Kind value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Schedule.Kind parse(String text) {
            return Arrays.stream(Schedule.Kind.values())
                    .filter(kind -> text(kind).equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new Mismatch(new Wanted.OneOf(names()), null));
        }

        private List<String> names() {
            return Arrays.stream(Schedule.Kind.values()).map(this::text).toList();
        }
    }
}
