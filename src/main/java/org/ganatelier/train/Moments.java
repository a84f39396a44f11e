package org.ganatelier.train;

/**
 * The first two moments of vectors, kept as sums so that groups can be added and taken away.
 *
 * @param count how many vectors
 * @param sum of the vectors
 * @param products sum of x x^T, row by row
 */
public record Moments(int count, double[] sum, double[] products) {
    public Moments {
        if (products.length != sum.length * sum.length) {
            throw new IllegalArgumentException(
                    "%d products do not go with vectors of %d"
                            .formatted(products.length, sum.length));
        }
    }

    /**
     * Of every {@code stride}-th of the rows, beginning with number {@code first}.
     *
     * @param rows vectors of {@code width} values, one after the other
     */
    public static Moments of(float[] rows, int width, int first, int stride) {
        var sum = new double[width];
        var products = new double[width * width];
        int count = 0;
        for (int from = first * width; from < rows.length; from += stride * width, count++) {
            for (int i = 0; i < width; i++) {
                double value = rows[from + i];
                sum[i] += value;
                for (int j = 0; j < width; j++) {
                    products[i * width + j] += value * rows[from + j];
                }
            }
        }
        return new Moments(count, sum, products);
    }

    /** Of all rows. */
    public static Moments of(float[] rows, int width) {
        return of(rows, width, 0, 1);
    }

    /**
     * Of a mean and a covariance that are known.
     *
     * @param covariance row by row, as from {@link #covariance}
     */
    public static Moments of(int count, float[] mean, float[] covariance) {
        int width = mean.length;
        var sum = new double[width];
        var products = new double[width * width];
        for (int i = 0; i < width; i++) {
            sum[i] = (double) mean[i] * count;
            for (int j = 0; j < width; j++) {
                products[i * width + j] =
                        covariance[i * width + j] * (count - 1.0) + sum[i] * mean[j];
            }
        }
        return new Moments(count, sum, products);
    }

    /** Without the vectors of a group that is among these. */
    public Moments minus(Moments group) {
        var restSum = sum.clone();
        var restProducts = products.clone();
        for (int i = 0; i < restSum.length; i++) {
            restSum[i] -= group.sum[i];
        }
        for (int i = 0; i < restProducts.length; i++) {
            restProducts[i] -= group.products[i];
        }
        return new Moments(count - group.count, restSum, restProducts);
    }

    /** How many values a vector has. */
    public int width() {
        return sum.length;
    }

    /** The mean of each value. */
    public double[] mean() {
        var mean = new double[width()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sum[i] / count;
        }
        return mean;
    }

    /**
     * Row by row; unbiased: divided by count - 1, as NumPy's {@code cov}. Needs at least two
     * vectors.
     */
    public double[] covariance() {
        int width = width();
        double[] mean = mean();
        var covariance = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                covariance[i * width + j] =
                        (products[i * width + j] - sum[i] * mean[j]) / (count - 1);
            }
        }
        return covariance;
    }
}
