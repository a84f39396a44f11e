package org.ganatelier.engine.network;

/** Singular values by one-sided Jacobi rotations (Hestenes 1958), in float64: exact, for tests. */
final class Singular {
    private static final int SWEEPS = 60;

    private Singular() {}

    /** The largest singular value of a matrix of rows. */
    static double largest(double[][] matrix) {
        double[][] rows = new double[matrix.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = matrix[i].clone();
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < rows.length; i++) {
                for (int j = i + 1; j < rows.length; j++) {
                    makePerpendicular(rows[i], rows[j]);
                }
            }
        }
        double largest = 0;
        for (double[] row : rows) {
            largest = Math.max(largest, Math.sqrt(dot(row, row)));
        }
        return largest;
    }

    private static void makePerpendicular(double[] a, double[] b) {
        double product = dot(a, b);
        if (product == 0) {
            return;
        }
        double zeta = (dot(b, b) - dot(a, a)) / (2 * product);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < a.length; k++) {
            double old = a[k];
            a[k] = cosine * old - sine * b[k];
            b[k] = sine * old + cosine * b[k];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
