package org.ganatelier.measure;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ganatelier.train.Moments;

/**
 * The Fréchet distance between the features of two sets of images, each taken for a normal
 * distribution (Heusel et al. 2017, arXiv:1706.08500, equation 6; the formula is Dowson and Landau
 * 1982):
 *
 * <pre>d² = |m1 - m2|² + tr(C1 + C2 - 2 (C1 C2)^(1/2))</pre>
 *
 * As in that paper "the Fréchet distance" means d². It depends on the classifier whose features
 * they are: values of this program compare with each other, not with those made with Inception. It
 * shrinks with the number of images, so only values of the same number compare.
 *
 * <p>(C1 C2)^(1/2) has the trace of (C1^(1/2) C2 C1^(1/2))^(1/2), whose inside is symmetric and
 * positive semidefinite: two symmetric eigendecompositions and no complex number.
 */
final class Frechet {
    private final double[] mean;
    private final DMatrixRMaj covariance;
    private final DMatrixRMaj root;

    /**
     * @param reference what others are compared with; at least two vectors
     */
    Frechet(Moments reference) {
        mean = reference.mean();
        covariance = covariance(reference);
        root = squareRoot(covariance);
    }

    /**
     * The distance d², at least 0.
     *
     * @param other at least two vectors of the same width
     */
    double distance(Moments other) {
        double[] otherMean = other.mean();
        double means = 0;
        for (int i = 0; i < mean.length; i++) {
            means += (mean[i] - otherMean[i]) * (mean[i] - otherMean[i]);
        }
        DMatrixRMaj otherCovariance = covariance(other);
        double traces = CommonOps_DDRM.trace(covariance) + CommonOps_DDRM.trace(otherCovariance);
        // Rounding may leave a trace of the distance below zero.
        return Math.max(0, means + traces - 2 * traceOfRoot(otherCovariance));
    }

    private static DMatrixRMaj covariance(Moments moments) {
        int width = moments.width();
        return DMatrixRMaj.wrap(width, width, moments.covariance());
    }

    private double traceOfRoot(DMatrixRMaj other) {
        int width = other.getNumRows();
        var half = new DMatrixRMaj(width, width);
        var inside = new DMatrixRMaj(width, width);
        CommonOps_DDRM.mult(root, other, half);
        CommonOps_DDRM.mult(half, root, inside);
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(inside, false);
        double trace = 0;
        for (int i = 0; i < width; i++) {
            trace += Math.sqrt(eigenvalue(eigen, i));
        }
        return trace;
    }

    private static DMatrixRMaj squareRoot(DMatrixRMaj matrix) {
        int width = matrix.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(matrix, true);
        var result = new DMatrixRMaj(width, width);
        for (int i = 0; i < width; i++) {
            DMatrixRMaj vector = eigen.getEigenVector(i);
            CommonOps_DDRM.multAddTransB(Math.sqrt(eigenvalue(eigen, i)), vector, vector, result);
        }
        return result;
    }

    /** Rounding may leave an eigenvalue of zero below it. */
    private static double eigenvalue(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
        return Math.max(0, eigen.getEigenvalue(index).getReal());
    }

    private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix, boolean vectors) {
        int width = matrix.getNumRows();
        var symmetric = new DMatrixRMaj(width, width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                symmetric.set(i, j, (matrix.get(i, j) + matrix.get(j, i)) / 2);
            }
        }
        var eigen = DecompositionFactory_DDRM.eig(width, vectors, true);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException("The features' covariance has no eigenvalues");
        }
        return eigen;
    }
}
