package org.ganatelier.experiment;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.objective.Loss;

/**
 * How one network's weights follow their gradients.
 *
 * @param learningRate step size, above 0, at most 1
 * @param beta1 decay of the mean of gradients; momentum in {@link Kind#SGD}; passed over by {@link
 *     Kind#RMSPROP}; at least 0 and below 1
 * @param beta2 decay of the mean of squared gradients; passed over by {@link Kind#SGD}; at least 0
 *     and below 1
 * @param weightDecay how strongly weights are drawn to 0: 0 (off) to 1. In {@link Kind#ADAMW} each
 *     update takes this share, times the rate, off every weight; elsewhere this share of the weight
 *     is added to its gradient
 * @param clipNorm gradients whose length, over all of the network's weights, exceeds this are
 *     scaled down to it (Pascanu et al. 2012, arXiv:1211.5063); 0 (off) to 1,000,000
 */
public record OptimizerSpec(
        Kind kind,
        double learningRate,
        double beta1,
        double beta2,
        double weightDecay,
        double clipNorm,
        Schedule schedule) {
    /** Added to the denominator, as in Adam's paper. */
    public static final double EPSILON = 1e-8;

    private static final double MOST_NORM = 1_000_000;

    public OptimizerSpec {
        Require.within(Range.between(0, 1).aboveLeast(), learningRate, Quantity.LEARNING_RATE);
        Require.within(Range.between(0, 1).belowMost(), beta1, Quantity.BETA, "beta1");
        Require.within(Range.between(0, 1).belowMost(), beta2, Quantity.BETA, "beta2");
        Require.within(Range.between(0, 1), weightDecay, Quantity.WEIGHT_DECAY);
        Require.within(Range.between(0, MOST_NORM), clipNorm, Quantity.CLIP_NORM);
    }

    /** Adam with a constant rate and nothing added. */
    public OptimizerSpec(double learningRate, double beta1, double beta2) {
        this(Kind.ADAM, learningRate, beta1, beta2, 0, 0, Schedule.CONSTANT);
    }

    /**
     * What a rule begins with where nothing else is said: Keras's own defaults, and no momentum
     * where Keras's rule has none.
     */
    public static OptimizerSpec usual(Kind kind) {
        return switch (kind) {
            case ADAM -> new OptimizerSpec(0.001, 0.9, 0.999);
            case ADAMW -> new OptimizerSpec(kind, 0.001, 0.9, 0.999, 0.004, 0, Schedule.CONSTANT);
            case RMSPROP -> new OptimizerSpec(kind, 0.001, 0, 0.9, 0, 0, Schedule.CONSTANT);
            case SGD -> new OptimizerSpec(kind, 0.01, 0, 0.999, 0, 0, Schedule.CONSTANT);
        };
    }

    /**
     * Another rule. A value that is the old rule's {@link #usual} one becomes the new rule's: AdamW
     * without a weight decay would be Adam. Every other value was chosen, and stays.
     */
    public OptimizerSpec withKind(Kind other) {
        OptimizerSpec old = usual(kind);
        OptimizerSpec now = usual(other);
        return new OptimizerSpec(
                other,
                moved(learningRate, old.learningRate, now.learningRate),
                moved(beta1, old.beta1, now.beta1),
                moved(beta2, old.beta2, now.beta2),
                moved(weightDecay, old.weightDecay, now.weightDecay),
                clipNorm,
                schedule);
    }

    /**
     * For another loss. Adam's betas that are the old loss's {@link Loss#usualBeta1 usual} ones
     * become the new one's; what else was chosen stays.
     */
    OptimizerSpec forLoss(Loss old, Loss now) {
        boolean usual = beta1 == old.usualBeta1() && beta2 == old.usualBeta2();
        return switch (kind) {
            case ADAM, ADAMW ->
                    usual ? withBeta1(now.usualBeta1()).withBeta2(now.usualBeta2()) : this;
            case RMSPROP, SGD -> this;
        };
    }

    private static double moved(double value, double old, double now) {
        return value == old ? now : value;
    }

    public OptimizerSpec withLearningRate(double rate) {
        return new OptimizerSpec(kind, rate, beta1, beta2, weightDecay, clipNorm, schedule);
    }

    public OptimizerSpec withBeta1(double beta) {
        return new OptimizerSpec(kind, learningRate, beta, beta2, weightDecay, clipNorm, schedule);
    }

    public OptimizerSpec withBeta2(double beta) {
        return new OptimizerSpec(kind, learningRate, beta1, beta, weightDecay, clipNorm, schedule);
    }

    public OptimizerSpec withWeightDecay(double share) {
        return new OptimizerSpec(kind, learningRate, beta1, beta2, share, clipNorm, schedule);
    }

    public OptimizerSpec withClipNorm(double most) {
        return new OptimizerSpec(kind, learningRate, beta1, beta2, weightDecay, most, schedule);
    }

    public OptimizerSpec withSchedule(Schedule other) {
        return new OptimizerSpec(kind, learningRate, beta1, beta2, weightDecay, clipNorm, other);
    }

    /**
     * The learning rate that holds at a step.
     *
     * @param step steps of training done so far
     */
    public double rateAt(long step) {
        return learningRate * schedule.share(step);
    }

    /** The rule of an update. */
    public enum Kind {
        /** Follows a moving mean of the gradients, each weight at a pace of its own. */
        ADAM("Adam", "Kingma and Ba 2014, arXiv:1412.6980"),
        /** Adam, with a weight decay that does not depend on the gradients. */
        ADAMW("AdamW", "Loshchilov and Hutter 2017, arXiv:1711.05101"),
        /** Follows the newest gradient, each weight at a pace of its own. */
        RMSPROP("RMSProp", "Tieleman and Hinton 2012"),
        /** Follows the gradient, all weights at one pace. */
        SGD("SGD", "Polyak 1964");

        private final String title;
        private final String paper;

        Kind(String title, String paper) {
            this.title = title;
            this.paper = paper;
        }

        /** Its name, the same in every language. */
        public String title() {
            return title;
        }

        /** Where it comes from. */
        public String paper() {
            return paper;
        }

        /** Whether {@link OptimizerSpec#beta1} means something. */
        public boolean usesBeta1() {
            return this != RMSPROP;
        }

        /** Whether {@link OptimizerSpec#beta2} means something. */
        public boolean usesBeta2() {
            return this != SGD;
        }
    }
}
