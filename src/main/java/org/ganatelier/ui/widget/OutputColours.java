package org.ganatelier.ui.widget;

/**
 * Colours of D(x), from orange, as the generator's curves, by a pale grey to blue, as the
 * discriminator's: the two can be told apart by the colour-blind.
 */
public final class OutputColours {
    private static final int LOW = 0xE66100;
    private static final int MIDDLE = 0xD8D8D8;
    private static final int HIGH = 0x1F78FF;

    private OutputColours() {}

    /**
     * An opaque colour.
     *
     * @param place on the scale, 0 to 1; values beyond are clamped
     */
    public static int of(double place) {
        double kept = Math.clamp(place, 0, 1);
        return kept < 0.5
                ? HeatColours.mix(LOW, MIDDLE, 2 * kept)
                : HeatColours.mix(MIDDLE, HIGH, 2 * kept - 1);
    }
}
