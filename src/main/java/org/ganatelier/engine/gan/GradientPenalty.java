package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.optimizer.Sums;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;

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
 * so that a backward pass over all x + hu with f'/2h as the gradients of their scores, and one over
 * all x - hu with -f'/2h, add up to the sum over the batch. Valid only where an image's score
 * depends on nothing but the image: the planner sees to that.
 *
 * <p>Kinks need care. Within h a few of the thousands of rectifiers switch, and each then
 * contributes a jump divided by 2h: with D's as they are in use, the error of the difference was
 * measured to be as large as the gradient itself, or several times, for any h below 0.1. So both
 * passes keep every rectifier on the side on which it was at x. That makes the difference that of
 * the smooth piece x lies on, whose derivative is what automatic differentiation of the penalty
 * gives.
 */
final class GradientPenalty {
    /**
     * h, as a distance between images, whose pixels are within -1 and 1. Two errors are balanced.
     * Rounding: ds/dw has a relative error of a few 6e-8 and changes by its own size over a
     * distance of about 10, so the difference is off by about 1e-6/h of itself. Truncation: of
     * rectifiers and linear layers none, else h^2 times a third derivative over six. Measured in
     * float32 against PyTorch's double backward in float64, for the benchmark's discriminators with
     * layer normalization, five activations, weights up to three times the usual and images of
     * digits and of noise: between 0.02 and 0.1 the error is below 2e-4 of the gradient (at 0.01
     * rounding, at 0.3 truncation make it ten times as large).
     */
    private static final float STEP = 0.03f;

    /** Below this a score is flat: it has no direction to follow, and no gradient. */
    private static final double FLAT = 1e-30;

    private final Network network;
    private final int batch;
    private final HeldGradients held;
    private final Supplier<RandomGenerator> draws;
    private final float[] points;

    /**
     * @param network D
     * @param batch images in a batch
     * @param held D's gradients so far, to which a penalty's are added
     * @param draws for layers that draw random numbers even where they make no use of them
     */
    GradientPenalty(
            Network network, int batch, HeldGradients held, Supplier<RandomGenerator> draws) {
        this.network = network;
        this.batch = batch;
        this.held = held;
        this.draws = draws;
        points = new float[batch * network.inputSize()];
    }

    /**
     * The labels that D is told from now on. They count as constants: a penalty is on the gradient
     * by the image alone, and a place between two images is judged as of the real one's class.
     *
     * @param labels a batch of them; passed over where D is told none
     */
    void tell(byte[] labels) {
        network.chain(batch).entry().tell(labels, 0);
    }

    /**
     * WGAN-GP's penalty lambda (|g| - 1)^2 (Gulrajani et al. 2017, arXiv:1704.00028, algorithm 1),
     * where g is taken at a random place between a real and a generated image, one place for each
     * pair. Adds the penalty's gradients to the held ones.
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
     * 9). Adds the penalty's gradients to the held ones.
     *
     * @param images begin with a batch of real images
     * @param r1 whose interval says how many times as much the gradients weigh, to make up for
     *     updates without a penalty
     * @return the penalty's mean over the batch
     */
    double onReal(float[] images, ZeroCentredPenalty r1) {
        System.arraycopy(images, 0, points, 0, points.length);
        return penaliseLength(r1);
    }

    /**
     * R2: as {@link #onReal}, at generated images.
     *
     * @param images a batch of real images, then one of generated
     */
    double onFake(float[] images, ZeroCentredPenalty r2) {
        System.arraycopy(images, points.length, points, 0, points.length);
        return penaliseLength(r2);
    }

    private double penaliseLength(ZeroCentredPenalty penalty) {
        double gamma = penalty.gamma();
        int times = penalty.interval();
        return penalise(n -> gamma / 2 * n * n, n -> times * gamma * n);
    }

    private double penalise(DoubleUnaryOperator penalty, DoubleUnaryOperator slope) {
        Network.Chain chain = network.chain(batch);
        float[] g = gradientsAtPoints(chain);
        int size = network.inputSize();
        var slopes = new float[batch];
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            double length = Math.sqrt(Sums.squares(g, i * size, size));
            sum += penalty.applyAsDouble(length);
            slopes[i] = (float) (slope.applyAsDouble(length) / batch / (2 * STEP));
            float step = length > FLAT ? (float) (STEP / length) : 0;
            for (int j = i * size; j < (i + 1) * size; j++) {
                g[j] *= step;
            }
        }
        addEnd(chain, 1, g, slopes);
        addEnd(chain, -1, g, slopes);
        return sum / batch;
    }

    private float[] gradientsAtPoints(Network.Chain chain) {
        System.arraycopy(points, 0, chain.entry().samples(), 0, points.length);
        chain.entry().enter();
        chain.forward(true, draws);
        Arrays.fill(chain.outputGradient().heapToWrite(), 1);
        chain.backward(false, true);
        return chain.entry().gradients();
    }

    /** One end of the difference. */
    private void addEnd(Network.Chain chain, int sign, float[] ways, float[] slopes) {
        add(points, sign, ways, chain.entry().samples());
        chain.entry().enter();
        chain.forwardNear(draws);
        float[] gradients = chain.outputGradient().heapToWrite();
        for (int i = 0; i < batch; i++) {
            gradients[i] = sign * slopes[i];
        }
        chain.backward(true, false);
        held.add();
    }

    private static void add(float[] values, int sign, float[] ways, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = values[i] + sign * ways[i];
        }
    }
}
