package org.ganatelier.latent;

/**
 * Spherical linear interpolation (Shoemake 1985, "Animating rotation with quaternion curves"), as
 * White 2016 (arXiv:1609.04468) uses it between two noise vectors. Gaussian noise of many
 * dimensions lies near a sphere; a straight line between two of its points leads through the
 * middle, where the generator has never been.
 */
public final class Slerp {
    /** Below this sine of the angle, vectors count as parallel: the formula divides by it. */
    private static final double PARALLEL = 1e-6;

    private Slerp() {}

    /**
     * The point at {@code t} on the way from {@code a} to {@code b}. The angle to {@code a} grows
     * evenly; between vectors of one length the length stays. Where there is no angle (one of them
     * is zero, or both point the same way) it is the straight line. Between opposite vectors, where
     * every great circle is as short, it is one fixed half circle.
     *
     * @param a where the way begins; not changed
     * @param b where it ends, as long as {@code a}; not changed
     * @param t from 0 (exactly a) to 1 (exactly b)
     * @return a new vector
     * @throws IllegalArgumentException if the lengths differ or t is outside 0 to 1
     */
    public static float[] between(float[] a, float[] b, double t) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "Vectors of " + a.length + " and " + b.length + " values have no way between");
        }
        if (!(t >= 0 && t <= 1)) {
            throw new IllegalArgumentException("t must be between 0 and 1, not " + t);
        }
        if (t == 0 || t == 1) {
            return t == 0 ? a.clone() : b.clone();
        }
        double lengths = Math.sqrt(dot(a, a) * dot(b, b));
        double cosine = lengths == 0 ? 1 : Math.clamp(dot(a, b) / lengths, -1, 1);
        double sine = Math.sqrt(1 - cosine * cosine);
        if (sine > PARALLEL) {
            double angle = Math.acos(cosine);
            return sum(Math.sin((1 - t) * angle) / sine, a, Math.sin(t * angle) / sine, b);
        }
        return cosine > 0 ? sum(1 - t, a, t, b) : halfCircle(a, b, t);
    }

    private static float[] halfCircle(float[] a, float[] b, double t) {
        double from = Math.sqrt(dot(a, a));
        double length = (1 - t) * from + t * Math.sqrt(dot(b, b));
        float[] aside = perpendicular(a);
        double angle = Math.PI * t;
        return sum(Math.cos(angle) * length / from, a, Math.sin(angle) * length, aside);
    }

    /**
     * A unit vector at a right angle to {@code a}: the axis on which {@code a} has least, made
     * perpendicular. On a line there is none, and it is zero.
     */
    private static float[] perpendicular(float[] a) {
        int axis = 0;
        for (int i = 1; i < a.length; i++) {
            axis = Math.abs(a[i]) < Math.abs(a[axis]) ? i : axis;
        }
        var unit = new float[a.length];
        unit[axis] = 1;
        float[] aside = sum(1, unit, -a[axis] / dot(a, a), a);
        double length = Math.sqrt(dot(aside, aside));
        return sum(length > PARALLEL ? 1 / length : 0, aside, 0, aside);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] sum(double factorA, float[] a, double factorB, float[] b) {
        var sum = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = (float) (factorA * a[i] + factorB * b[i]);
        }
        return sum;
    }
}
