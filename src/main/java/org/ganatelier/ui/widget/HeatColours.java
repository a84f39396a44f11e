package org.ganatelier.ui.widget;

/**
 * Colours of what D would change: warm where brighter would please it, cold where darker would. The
 * warm end is the lighter one, so that the two differ in grey and for the colour-blind too.
 */
public final class HeatColours {
    private static final int WARM = 0xFFB000;
    private static final int COLD = 0x2F6BFF;
    private static final int OPAQUE = 0xFF000000;
    private static final int BYTE = 0xFF;

    /** What is below the heat can always be seen. */
    private static final double MOST = 0.9;

    /** Below 1 small values are lifted, so that they are seen. */
    private static final double SHARPNESS = 0.8;

    private HeatColours() {}

    /**
     * A colour with heat over it.
     *
     * @param colour opaque
     * @param heat -1 (darker would please D) to 1 (brighter would); values beyond are clamped
     */
    public static int over(int colour, float heat) {
        double strength = MOST * Math.pow(Math.min(1, Math.abs(heat)), SHARPNESS);
        return mix(colour, heat < 0 ? COLD : WARM, strength);
    }

    /** Heat alone, over black. */
    public static int of(float heat) {
        return over(OPAQUE, heat);
    }

    /**
     * Between two colours.
     *
     * @param share of the second, 0 to 1
     */
    static int mix(int first, int second, double share) {
        int mixed = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = first >> shift & BYTE;
            int b = second >> shift & BYTE;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }
}
