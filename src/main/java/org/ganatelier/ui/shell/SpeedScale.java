package org.ganatelier.ui.shell;

import org.ganatelier.text.Words;

/** The speed slider: each tenth is the same factor, and its right end is full speed. */
final class SpeedScale {
    /** Above this nobody sees single steps any more. */
    private static final double FASTEST_LIMIT = 100;

    /** The slider's last percent is full speed, so that it is easy to hit. */
    private static final double FULL_FROM = 0.99;

    private SpeedScale() {}

    /**
     * Steps in a second: 1 at the left end, infinity at the right.
     *
     * @param position of the slider, 0 to 1
     */
    static double speedAt(double position) {
        return position >= FULL_FROM
                ? Double.POSITIVE_INFINITY
                : Math.pow(FASTEST_LIMIT, Math.max(0, position) / FULL_FROM);
    }

    /** The slider's position for a speed above 0. */
    static double positionOf(double stepsPerSecond) {
        if (stepsPerSecond >= FASTEST_LIMIT) {
            return 1;
        }
        return Math.max(0, Math.log(stepsPerSecond) / Math.log(FASTEST_LIMIT) * FULL_FROM);
    }

    /** What a tooltip says: "at most 12 steps a second". */
    static String describe(double stepsPerSecond, Words words) {
        if (Double.isInfinite(stepsPerSecond)) {
            return words.say("shell.speed.full");
        }
        return words.say("shell.speed.most", "n", Math.round(stepsPerSecond));
    }
}
