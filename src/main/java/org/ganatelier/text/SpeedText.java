package org.ganatelier.text;

/** How fast an experiment would train. */
public final class SpeedText {
    /** From here on a decimal says nothing. */
    private static final double MANY = 10;

    private SpeedText() {}

    /** "60 steps/s", "2.4 steps/s": two figures are all that an estimate has. */
    public static String steps(Words words, double stepsPerSecond) {
        return words.say("estimate.steps", "n", figure(words, stepsPerSecond));
    }

    /**
     * The same, and what a minute brings.
     *
     * @param epochsPerMinute NaN where that is not known
     */
    public static String say(Words words, double stepsPerSecond, double epochsPerMinute) {
        return Double.isNaN(epochsPerMinute)
                ? words.say("estimate.speed", "steps", figure(words, stepsPerSecond))
                : words.say(
                        "estimate.speed-and-epochs",
                        "steps",
                        figure(words, stepsPerSecond),
                        "epochs",
                        figure(words, epochsPerMinute));
    }

    private static String figure(Words words, double value) {
        if (value < MANY) {
            return words.decimal(value, 1);
        }
        double unit = Math.pow(MANY, Math.floor(Math.log10(value)) - 1);
        return words.number(Math.round(Math.round(value / unit) * unit));
    }
}
