package org.ganatelier.engine.onednn;

import org.ganatelier.plan.model.Axis;
import org.ganatelier.plan.model.Spectrum;

import java.util.ArrayList;
import java.util.List;

/**
 * The transforms of {@link Spectrum} as matrices: with X = {@link #large} x of each phase of the
 * large image, U = {@link #weights} w of the weights and S = sum of X U over phases and channels,
 * the small image is {@link #small} S. The map being linear in x and in w, the transposed matrices
 * give its adjoints.
 */
final class FourierMatrices {
    /** In place of how far a weight of another phase reaches. */
    private static final int NONE = Integer.MIN_VALUE;

    /** Real products for a complex one. */
    private static final int REAL_PRODUCTS = 3;

    private final Spectrum spectrum;
    private final int height;
    private final int width;
    private final List<Frequency> frequencies = new ArrayList<>();

    /**
     * One of a spectrum.
     *
     * @param real whether it is its own mirror image
     */
    private record Frequency(int row, int column, boolean real) {}

    /** A number for each product of a frequency, of the angle of a place. */
    private interface Wave {
        double[] at(Frequency frequency, double angle);
    }

    FourierMatrices(Spectrum spectrum) {
        this.spectrum = spectrum;
        height = Spectrum.length(spectrum.rows());
        width = Spectrum.length(spectrum.columns());
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int mirrored = (height - row) % height * width + (width - column) % width;
                int own = row * width + column;
                // Of a frequency and its mirror image one tells all.
                if (own <= mirrored) {
                    frequencies.add(new Frequency(row, column, own == mirrored));
                }
            }
        }
    }

    /** [products, pixels of a phase]. */
    float[] large() {
        Axis rows = spectrum.rows();
        Axis columns = spectrum.columns();
        return matrix(
                places(rows.large() / rows.stride()),
                places(columns.large() / columns.stride()),
                // Of X = a + bi: a + b, a and b.
                (of, angle) ->
                        of.real
                                ? new double[] {Math.cos(angle)}
                                : new double[] {
                                    Math.cos(angle) - Math.sin(angle),
                                    Math.cos(angle),
                                    -Math.sin(angle)
                                });
    }

    /**
     * [products, weights]: those of other phases count as 0.
     *
     * @param phase row by row
     */
    float[] weights(int phase) {
        int across = spectrum.columns().stride();
        return matrix(
                shifts(spectrum.rows(), phase / across),
                shifts(spectrum.columns(), phase % across),
                // Of U = c + di: c, d - c and c + d.
                (of, angle) ->
                        of.real
                                ? new double[] {Math.cos(angle)}
                                : new double[] {
                                    Math.cos(angle),
                                    Math.sin(angle) - Math.cos(angle),
                                    Math.cos(angle) + Math.sin(angle)
                                });
    }

    /** [products, pixels of the small image]: the transposed of the way back. */
    float[] small() {
        double share = 1.0 / (height * width);
        return matrix(
                places(spectrum.rows().small()),
                places(spectrum.columns().small()),
                // The products k, l and m make k - m + (k + l)i; its mirror image doubles it.
                (of, angle) ->
                        of.real
                                ? new double[] {share * Math.cos(angle)}
                                : new double[] {
                                    2 * share * (Math.cos(angle) - Math.sin(angle)),
                                    -2 * share * Math.sin(angle),
                                    -2 * share * Math.cos(angle)
                                });
    }

    private static int[] places(int count) {
        var places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }

    /** By how far each weight reaches over the images of a phase; those of others are marked. */
    private static int[] shifts(Axis axis, int phase) {
        var shifts = new int[axis.weights()];
        for (int i = 0; i < shifts.length; i++) {
            int pixel = i - axis.before();
            shifts[i] =
                    Math.floorMod(pixel, axis.stride()) == phase
                            ? Math.floorDiv(pixel, axis.stride())
                            : NONE;
        }
        return shifts;
    }

    private float[] matrix(int[] down, int[] across, Wave wave) {
        int places = down.length * across.length;
        var matrix = new float[spectrum.products() * places];
        int first = 0;
        for (Frequency frequency : frequencies) {
            for (int place = 0; place < places; place++) {
                int row = down[place / across.length];
                int column = across[place % across.length];
                if (row != NONE && column != NONE) {
                    double[] numbers = wave.at(frequency, angle(frequency, row, column));
                    for (int i = 0; i < numbers.length; i++) {
                        matrix[(first + i) * places + place] = (float) numbers[i];
                    }
                }
            }
            first += frequency.real ? 1 : REAL_PRODUCTS;
        }
        return matrix;
    }

    private double angle(Frequency of, int row, int column) {
        // Whole turns are taken out while numbers are whole.
        double turns =
                (double) Math.floorMod(of.row * row, height) / height
                        + (double) Math.floorMod(of.column * column, width) / width;
        return 2 * Math.PI * turns;
    }

    /** Rows become columns. */
    static float[] transposed(float[] matrix, int columns) {
        int rows = matrix.length / columns;
        var transposed = new float[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }
        return transposed;
    }
}
