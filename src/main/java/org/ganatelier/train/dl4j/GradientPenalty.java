package org.ganatelier.train.dl4j;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Penalties on the length of g = ds/dx, the gradient of D's score of an image by that image, and
 * their gradients by D's weights. For a penalty f(|g|) of an image the latter is
 *
 * <pre>f'(|g|) d|g|/dw = f'(|g|) d/dw (u . ds/dx), u = g/|g| held fixed</pre>
 *
 * and u . ds/dx is the directional derivative of s along u. Taken as a central difference, no
 * gradient of a gradient is needed:
 *
 * <pre>f'(|g|) (ds/dw at x + hu, minus ds/dw at x - hu) / 2h</pre>
 *
 * so that one backward pass over all x + hu with f'/2h, and all x - hu with -f'/2h, as the
 * gradients of their scores, gives the sum over the batch. Valid only where an image's score
 * depends on nothing but the image: the planner sees to that.
 */
final class GradientPenalty {
    /**
     * h, as a distance between images. Two errors are to be balanced. Rounding: ds/dw has a
     * relative error of a few 6e-8, the difference of two is 2h of the distance over which ds/dw
     * changes by its own size, so the error is of the order 1e-7/h. Truncation: h^2 times a third
     * derivative where D is smooth. Pixels are within -1 and 1, and layers are initialised so that
     * activations change by about as much as the image does: for both, distances are measured in
     * units of about 1. The sum is least near h = (1e-7)^(1/3), and was measured to be flat from
     * 0.003 to 0.03. Where D is piecewise linear, truncation is nothing but the few rectifiers that
     * switch within h.
     */
    private static final float STEP = 0.01f;

    /** Below this a score is flat: it has no direction to follow, and no gradient. */
    private static final double FLAT = 1e-30;

    private final Network network;
    private final int batch;
    private final Supplier<RandomGenerator> draws;
    private final float[] points;

    /**
     * @param network D
     * @param batch images in a batch
     * @param draws for layers that draw random numbers even where they make no use of them
     */
    GradientPenalty(Network network, int batch, Supplier<RandomGenerator> draws) {
        this.network = network;
        this.batch = batch;
        this.draws = draws;
        points = new float[batch * network.inputSize()];
    }

    /**
     * WGAN-GP's penalty lambda (|g| - 1)^2 (Gulrajani et al. 2017, arXiv:1704.00028, algorithm 1),
     * where g is taken at a random place between a real and a generated image, one place for each
     * pair. Overwrites the gradients of D's parameters with the penalty's.
     *
     * @param images a batch of real images, then one of generated
     * @return the penalty's mean over the batch
     */
    double between(float[] images, double lambda, RandomGenerator random) {
        int size = network.inputSize();
        for (int i = 0; i < batch; i++) {
            float share = random.nextFloat();
            for (int j = i * size; j < (i + 1) * size; j++) {
                points[j] = share * images[j] + (1 - share) * images[batch * size + j];
            }
        }
        return penalise(n -> lambda * (n - 1) * (n - 1), n -> 2 * lambda * (n - 1));
    }

    /**
     * R1's penalty gamma/2 |g|^2 at real images (Mescheder et al. 2018, arXiv:1801.04406, equation
     * 9). Overwrites the gradients of D's parameters with the penalty's.
     *
     * @param images begin with a batch of real images
     * @param times how many times as much the gradients weigh, to make up for updates without a
     *     penalty
     * @return the penalty's mean over the batch
     */
    double onReal(float[] images, double gamma, int times) {
        System.arraycopy(images, 0, points, 0, points.length);
        return penalise(n -> gamma / 2 * n * n, n -> times * gamma * n);
    }

    private double penalise(DoubleUnaryOperator penalty, DoubleUnaryOperator slope) {
        float[] g = gradientsAtPoints();
        int size = network.inputSize();
        Network.Chain ends = network.chain(2 * batch);
        float[] images = ends.input().heapToWrite();
        var slopes = new float[2 * batch];
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            double length = Math.sqrt(Sums.squares(g, i * size, size));
            sum += penalty.applyAsDouble(length);
            slopes[i] = (float) (slope.applyAsDouble(length) / batch / (2 * STEP));
            slopes[batch + i] = -slopes[i];
            float step = length > FLAT ? (float) (STEP / length) : 0;
            for (int j = i * size; j < (i + 1) * size; j++) {
                float way = step * g[j];
                images[j] = points[j] + way;
                images[batch * size + j] = points[j] - way;
            }
        }
        ends.forward(true, draws);
        System.arraycopy(slopes, 0, ends.outputGradient().heapToWrite(), 0, slopes.length);
        ends.backward(true, false);
        return sum / batch;
    }

    private float[] gradientsAtPoints() {
        Network.Chain chain = network.chain(batch);
        System.arraycopy(points, 0, chain.input().heapToWrite(), 0, points.length);
        chain.forward(true, draws);
        Arrays.fill(chain.outputGradient().heapToWrite(), 1);
        chain.backward(false, true);
        return chain.inputGradient().heap();
    }
}
