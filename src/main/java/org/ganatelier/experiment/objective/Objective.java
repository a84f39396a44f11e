package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Side;

/**
 * The pair of losses that the two networks minimise, and what is added to D's.
 *
 * @param weightClip all of D's weights are kept within plus and minus this after each of its
 *     updates; above 0, at most 10; only {@link Kind#WASSERSTEIN} does so
 * @param gradientPenalty lambda, the weight of {@link Kind#WASSERSTEIN_GP}'s penalty, 0 to 1000;
 *     other kinds have none
 * @param r1 gamma: D's loss on real images grows by gamma/2 * |ds/dx|^2 (Mescheder et al. 2018,
 *     arXiv:1801.04406), on any kind; 0 (off) to 1000
 * @param r1Interval the R1 penalty is computed at every so many of D's updates only, and weighs as
 *     many times as much there (Karras et al. 2019, arXiv:1912.04958, section 3.1); 1 to 1000
 * @param labelSmoothing what is taken off D's target for real images, which is otherwise 1
 *     (one-sided: Salimans et al. 2016, arXiv:1606.03498); 0 to 0.5; kinds without targets pass it
 *     over
 * @param instanceNoise standard deviation, at the first step, of normal noise that is added to
 *     whatever D sees, real or generated (Sonderby et al. 2016, arXiv:1610.04490), in its turns and
 *     in G's; 0 (off) to 10
 * @param instanceNoiseSteps the noise falls linearly to nothing within so many steps, at least 1
 */
public record Objective(
        Kind kind,
        double weightClip,
        double gradientPenalty,
        double r1,
        int r1Interval,
        double labelSmoothing,
        double instanceNoise,
        long instanceNoiseSteps) {
    private static final double MOST_CLIP = 10;
    private static final double MOST_PENALTY = 1000;
    private static final int MOST_INTERVAL = 1000;
    private static final double MOST_SMOOTHING = 0.5;
    private static final double MOST_NOISE = 10;

    /** As in Arjovsky et al. 2017. */
    public static final double USUAL_CLIP = 0.01;

    /** As in Gulrajani et al. 2017. */
    public static final double USUAL_PENALTY = 10;

    /** As in Karras et al. 2019. */
    public static final int USUAL_INTERVAL = 16;

    /** A few minutes of training. */
    public static final long USUAL_NOISE_STEPS = 10_000;

    public Objective {
        Require.that(
                weightClip > 0 && weightClip <= MOST_CLIP,
                "The weight clip must be above 0 and at most 10");
        Require.that(
                gradientPenalty >= 0 && gradientPenalty <= MOST_PENALTY,
                "The weight of the gradient penalty must be between 0 and 1000");
        Require.that(r1 >= 0 && r1 <= MOST_PENALTY, "R1's gamma must be between 0 and 1000");
        Require.that(
                r1Interval >= 1 && r1Interval <= MOST_INTERVAL,
                "R1's interval must be between 1 and 1000 updates");
        Require.that(
                labelSmoothing >= 0 && labelSmoothing <= MOST_SMOOTHING,
                "Label smoothing must be between 0 and 0.5");
        Require.that(
                instanceNoise >= 0 && instanceNoise <= MOST_NOISE,
                "The instance noise's standard deviation must be between 0 and 10");
        Require.that(instanceNoiseSteps >= 1, "Instance noise must last at least 1 step");
    }

    /** The plain losses with usual weights, and nothing added. */
    public Objective(Kind kind) {
        this(kind, USUAL_CLIP, USUAL_PENALTY, 0, USUAL_INTERVAL, 0, 0, USUAL_NOISE_STEPS);
    }

    public Objective withKind(Kind other) {
        return new Objective(
                other,
                weightClip,
                gradientPenalty,
                r1,
                r1Interval,
                labelSmoothing,
                instanceNoise,
                instanceNoiseSteps);
    }

    public Objective withWeightClip(double most) {
        return new Objective(
                kind,
                most,
                gradientPenalty,
                r1,
                r1Interval,
                labelSmoothing,
                instanceNoise,
                instanceNoiseSteps);
    }

    public Objective withGradientPenalty(double lambda) {
        return new Objective(
                kind,
                weightClip,
                lambda,
                r1,
                r1Interval,
                labelSmoothing,
                instanceNoise,
                instanceNoiseSteps);
    }

    public Objective withR1(double gamma) {
        return withR1(gamma, r1Interval);
    }

    public Objective withR1(double gamma, int interval) {
        return new Objective(
                kind,
                weightClip,
                gradientPenalty,
                gamma,
                interval,
                labelSmoothing,
                instanceNoise,
                instanceNoiseSteps);
    }

    public Objective withLabelSmoothing(double share) {
        return new Objective(
                kind,
                weightClip,
                gradientPenalty,
                r1,
                r1Interval,
                share,
                instanceNoise,
                instanceNoiseSteps);
    }

    public Objective withInstanceNoise(double deviation) {
        return withInstanceNoise(deviation, instanceNoiseSteps);
    }

    public Objective withInstanceNoise(double deviation, long steps) {
        return new Objective(
                kind,
                weightClip,
                gradientPenalty,
                r1,
                r1Interval,
                labelSmoothing,
                deviation,
                steps);
    }

    /**
     * What a player minimises, in clear text, with what is added to the plain game: label smoothing
     * alpha and R1's gamma where they are on.
     */
    public String formula(Side side) {
        return switch (side) {
            case GENERATOR -> kind.ofGenerator;
            case DISCRIMINATOR ->
                    (labelSmoothing > 0 ? kind.onRealSmoothed() : kind.onReal)
                            + " "
                            + kind.onGenerated
                            + (r1 > 0 ? " + ½ γ |∂s/∂x|²" : "");
        };
    }

    /** Whether D's loss has a part that depends on the gradient of its score. */
    public boolean penalisesGradients() {
        return r1 > 0 || (kind == Kind.WASSERSTEIN_GP && gradientPenalty > 0);
    }

    /**
     * The standard deviation of the instance noise.
     *
     * @param step steps done so far
     */
    public double instanceNoiseAt(long step) {
        return instanceNoise * Math.max(0, 1 - (double) step / instanceNoiseSteps);
    }

    /**
     * The game that is played. In its formulas s is D's score, σ the logistic function, x a real
     * image, G(z) a generated one; every loss is a mean over the batch.
     */
    public enum Kind {
        NON_SATURATING(
                "Non-saturating",
                "−log σ(s(x))",
                "− log(1 − σ(s(G(z))))",
                "−log σ(s(G(z)))",
                "Goodfellow et al. 2014, arXiv:1406.2661",
                "G is pulled towards images that D takes for real, most strongly while D sees"
                        + " through them."),
        MINIMAX(
                "Minimax",
                "−log σ(s(x))",
                "− log(1 − σ(s(G(z))))",
                "log(1 − σ(s(G(z))))",
                "Goodfellow et al. 2014, arXiv:1406.2661",
                "G works against D's chance of being right, and learns almost nothing while D"
                        + " sees through its images."),
        LEAST_SQUARES(
                "Least squares",
                "½ (s(x) − 1)²",
                "+ ½ s(G(z))²",
                "½ (s(G(z)) − 1)²",
                "Mao et al. 2016, arXiv:1611.04076",
                "D gives marks, 1 for real and 0 for generated, and G is pulled towards a 1 from"
                        + " either side, the harder the farther away it is."),
        HINGE(
                "Hinge",
                "max(0, 1 − s(x))",
                "+ max(0, 1 + s(G(z)))",
                "−s(G(z))",
                "Lim and Ye 2017, arXiv:1705.02894",
                "D stops learning from images that it already tells apart with a margin, and looks"
                        + " at the doubtful ones; G raises its score."),
        WASSERSTEIN(
                "Wasserstein, clipped",
                "−s(x)",
                "+ s(G(z))",
                "−s(G(z))",
                "Arjovsky et al. 2017, arXiv:1701.07875",
                "The gap between the scores estimates how far the generated images are from the"
                        + " real ones; small weights keep D from becoming too steep for that."),
        WASSERSTEIN_GP(
                "Wasserstein, gradient penalty",
                "−s(x)",
                "+ s(G(z)) + λ (|∂s/∂u| − 1)²",
                "−s(G(z))",
                "Gulrajani et al. 2017, arXiv:1704.00028",
                "As Wasserstein, but D is kept from becoming too steep by a penalty between real"
                        + " and generated images (u), which leaves its weights free. Adam's betas"
                        + " become 0 and 0.9, as in the paper.");

        private final String title;
        private final String onReal;
        private final String onGenerated;
        private final String ofGenerator;
        private final String paper;
        private final String meaning;

        Kind(
                String title,
                String onReal,
                String onGenerated,
                String ofGenerator,
                String paper,
                String meaning) {
            this.title = title;
            this.onReal = onReal;
            this.onGenerated = onGenerated;
            this.ofGenerator = ofGenerator;
            this.paper = paper;
            this.meaning = meaning;
        }

        /** The name in a menu. */
        public String title() {
            return title;
        }

        /** What D minimises on real images. */
        public String onReal() {
            return onReal;
        }

        /**
         * The same with a target of 1 - alpha in place of 1 (Salimans et al. 2016,
         * arXiv:1606.03498); without targets, the same.
         */
        public String onRealSmoothed() {
            return switch (this) {
                case NON_SATURATING, MINIMAX -> "−(1 − α) log σ(s(x)) − α log(1 − σ(s(x)))";
                case LEAST_SQUARES -> "½ (s(x) − (1 − α))²";
                case HINGE, WASSERSTEIN, WASSERSTEIN_GP -> onReal;
            };
        }

        /** Where it comes from: authors, year, arXiv number. */
        public String paper() {
            return paper;
        }

        /** What the game is, in one sentence. */
        public String meaning() {
            return meaning;
        }

        /**
         * Adam's beta1 that goes with it: 0.5 (Radford et al. 2016, arXiv:1511.06434, section 4),
         * or 0 where D must follow a penalty (Gulrajani et al. 2017, algorithm 1).
         */
        public double usualBeta1() {
            return this == WASSERSTEIN_GP ? 0 : 0.5;
        }

        /** Adam's beta2 that goes with it, from the same places. */
        public double usualBeta2() {
            return this == WASSERSTEIN_GP ? 0.9 : 0.999;
        }

        /** Whether D's scores have targets, so that label smoothing means something. */
        public boolean hasTargets() {
            return switch (this) {
                case NON_SATURATING, MINIMAX, LEAST_SQUARES -> true;
                case HINGE, WASSERSTEIN, WASSERSTEIN_GP -> false;
            };
        }
    }
}
