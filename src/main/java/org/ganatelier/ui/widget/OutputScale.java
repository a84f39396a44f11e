package org.ganatelier.ui.widget;

import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * From where to where the values of D(x) are shown.
 *
 * @param low where an image is generated for D, or less real than others
 * @param high where it is real, or more real than others; above {@code low}
 */
public record OutputScale(double low, double high) {
    /** A share of the values may lie beyond each end where the ends come from the values. */
    private static final double BEYOND = 0.02;

    /** More of them are harder to read than a power of ten. */
    private static final int MOST_DECIMALS = 4;

    /**
     * The scale of an objective; where only differences of scores mean something, that of the
     * values.
     *
     * @param outputs all that are shown
     */
    public static OutputScale of(ScoreMeaning meaning, List<float[]> outputs) {
        return switch (meaning) {
            case CHANCE, MARK -> new OutputScale(0, 1);
            case MARGIN -> new OutputScale(-1, 1);
            case GAP -> ofValues(outputs);
        };
    }

    /** Where each value lies, so that few lie beyond the ends. */
    public static OutputScale ofValues(List<float[]> outputs) {
        double[] all = outputs.stream().flatMapToDouble(OutputScale::finite).sorted().toArray();
        if (all.length == 0) {
            return new OutputScale(0, 1);
        }
        int beyond = (int) (BEYOND * all.length);
        double low = all[beyond];
        double high = all[all.length - 1 - beyond];
        return high > low ? new OutputScale(low, high) : new OutputScale(low - 0.5, low + 0.5);
    }

    private static DoubleStream finite(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .filter(Double::isFinite);
    }

    /**
     * A value of this scale with as many digits as tell it from others: "0.5", "0.0042", "4.2e-6".
     */
    public String label(double value, Words words) {
        int decimals = 1 + (int) Math.max(0, Math.ceil(-Math.log10(2 * (high - low))));
        return decimals <= MOST_DECIMALS || value == 0
                ? words.figure(value, Math.min(decimals, MOST_DECIMALS))
                : words.power(value, 1);
    }

    /** The place of a value: 0 at the low end, 1 at the high one, not kept between them. */
    public double place(double output) {
        return (output - low) / (high - low);
    }
}
