package org.ganatelier.spec;

/**
 * Adam (Kingma and Ba 2014, arXiv:1412.6980).
 *
 * @param learningRate step size, above 0, at most 1
 * @param beta1 decay of the mean of gradients, at least 0 and below 1
 * @param beta2 decay of the mean of squared gradients, at least 0 and below 1
 */
public record OptimizerSpec(double learningRate, double beta1, double beta2) {
    /** Added to the denominator, as in the paper. */
    public static final double EPSILON = 1e-8;

    public OptimizerSpec {
        Require.that(
                learningRate > 0 && learningRate <= 1,
                "A learning rate must be above 0 and at most 1");
        Require.that(beta1 >= 0 && beta1 < 1, "beta1 must be at least 0 and below 1");
        Require.that(beta2 >= 0 && beta2 < 1, "beta2 must be at least 0 and below 1");
    }

    public OptimizerSpec withLearningRate(double rate) {
        return new OptimizerSpec(rate, beta1, beta2);
    }

    public OptimizerSpec withBeta1(double beta) {
        return new OptimizerSpec(learningRate, beta, beta2);
    }

    public OptimizerSpec withBeta2(double beta) {
        return new OptimizerSpec(learningRate, beta1, beta);
    }
}
