package org.ganatelier.exchange.keras.script;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;

import java.util.Optional;

/** What the networks minimise, as functions of Python. */
final class ObjectiveCode {
    private final CodeWriter code;
    private final Objective objective;
    private final Told told;

    ObjectiveCode(CodeWriter code, Objective objective, Told told) {
        this.code = code;
        this.objective = objective;
        this.told = told;
    }

    /** Whether G's loss compares its samples with real ones. */
    boolean isPaired() {
        return switch (objective.loss()) {
            case PairedLoss _ -> true;
            case SeparableLoss _ -> false;
        };
    }

    /** Functions of scores, then what penalties and noise need; two empty lines behind each. */
    void write() {
        code.line("def discriminator_loss(real, fake):");
        code.indented(
                () -> {
                    code.line(
                            "\"\"\"What D minimises, of its scores (%s).\"\"\"".formatted(paper()));
                    code.line("return " + ofDiscriminator());
                });
        code.blank().blank();
        code.line("def generator_loss(%s):".formatted(isPaired() ? "real, fake" : "fake"));
        code.indented(
                () -> {
                    code.line("\"\"\"What G minimises, of D's scores.\"\"\"");
                    code.line("return " + ofGenerator());
                });
        code.blank().blank();
        if (objective.penalisesGradients()) {
            code.line(steepness().stripTrailing()).blank().blank();
        }
        InstanceNoise noise = objective.instanceNoise();
        if (noise.deviation() > 0) {
            code.line(noisy(noise).stripTrailing()).blank().blank();
        }
    }

    private static String noisy(InstanceNoise noise) {
        return """
        def noisy(x, step):
            \"""Instance noise (arXiv:1610.04490): on all that D sees, less from step to step.\"""
            share = tf.maximum(0.0, 1 - tf.cast(step, tf.float32) / %d)
            return x + %s * share * tf.random.normal(tf.shape(x))
        """
                .formatted(noise.steps(), number(noise.deviation()));
    }

    private String steepness() {
        return """
        def steepness(discriminator, x%s):
            \"""How steep the score is at each sample: the length of its gradient by the sample.\"""
            with tf.GradientTape() as tape:
                tape.watch(x)
                scores = discriminator(%s, training=True)
            gradients = tape.gradient(scores, x)
            squares = tf.reduce_sum(tf.square(gradients), axis=%s)
            return tf.sqrt(squares + 1e-12)  # a root has no gradient at 0
        """
                .formatted(
                        told.ifLabels(", label"),
                        told.input("x", "label"),
                        told.areImages() ? "[1, 2, 3]" : "1");
    }

    /** Only the number, which is enough to find it. */
    private String paper() {
        String paper = objective.loss().paper();
        return paper.substring(paper.indexOf("arXiv"));
    }

    private String ofDiscriminator() {
        double target = rounded(1 - objective.labelSmoothing());
        return switch (objective.loss()) {
            case NonSaturating _, Minimax _ -> crossEntropy(objective.labelSmoothing());
            case LeastSquares _ ->
                    "(tf.reduce_mean((real - %s) ** 2) + tf.reduce_mean(fake ** 2)) / 2"
                            .formatted(target == 1 ? "1" : number(target));
            case Hinge _ ->
                    "tf.reduce_mean(tf.nn.relu(1 - real)) + tf.reduce_mean(tf.nn.relu(1 + fake))";
            case Wasserstein _, WassersteinGp _ -> "tf.reduce_mean(fake) - tf.reduce_mean(real)";
            case Relativistic _ ->
                    "tf.reduce_mean(tf.nn.softplus(fake - real))  # -log sigmoid(real - fake)";
            case Loss other -> throw unknown(other);
        };
    }

    /** -log sigmoid(s) is softplus(-s), and -log(1 - sigmoid(s)) is softplus(s). */
    private static String crossEntropy(double smoothing) {
        String onReal =
                smoothing == 0
                        ? "tf.nn.softplus(-real)"
                        : "tf.nn.softplus(-real) + %s * real".formatted(number(smoothing));
        return "tf.reduce_mean(%s) + tf.reduce_mean(tf.nn.softplus(fake))".formatted(onReal);
    }

    private String ofGenerator() {
        return switch (objective.loss()) {
            case NonSaturating _ -> "tf.reduce_mean(tf.nn.softplus(-fake))  # -log sigmoid(fake)";
            case Minimax _ -> "-tf.reduce_mean(tf.nn.softplus(fake))  # log(1 - sigmoid(fake))";
            case LeastSquares _ -> "tf.reduce_mean((fake - 1) ** 2) / 2";
            case Hinge _, Wasserstein _, WassersteinGp _ -> "-tf.reduce_mean(fake)";
            case Relativistic _ ->
                    "tf.reduce_mean(tf.nn.softplus(real - fake))  # -log sigmoid(fake - real)";
            case Loss other -> throw unknown(other);
        };
    }

    /** Losses are no closed set: a test writes the code of each one in the catalogue. */
    private static IllegalArgumentException unknown(Loss loss) {
        return new IllegalArgumentException("No code is known for " + loss.id());
    }

    private static double rounded(double value) {
        final double digits = 1e9;
        return Math.round(value * digits) / digits;
    }

    /** Whether any penalty is not computed in each update. */
    boolean countsUpdates() {
        return isRare(objective.r1()) || isRare(objective.r2());
    }

    private static boolean isRare(ZeroCentredPenalty penalty) {
        return penalty.isOn() && penalty.interval() > 1;
    }

    /**
     * Makes {@code penalty} of {@code real} and {@code fake}, as D has seen them.
     *
     * @param self what stands before the names of networks
     */
    void writePenalties(String self) {
        boolean begun = objective.slopePenalty() > 0;
        if (begun) {
            code.line("# Between real and fake the score should be as steep as 1.");
            code.line(
                    "share = tf.random.uniform((BATCH, %s))"
                            .formatted(told.areImages() ? "1, 1, 1" : "1"));
            code.line("between = share * real + (1 - share) * fake");
            code.line(
                    "steep = steepness(%sdiscriminator, between%s)"
                            .formatted(self, told.ifLabels(", real_label")));
            code.line(
                    "penalty = %s * tf.reduce_mean((steep - 1) ** 2)"
                            .formatted(number(objective.slopePenalty())));
        }
        begun |= zeroCentred(objective.r1(), "R1", self, "real", "real_label", begun);
        zeroCentred(objective.r2(), "R2", self, "fake", "label", begun);
    }

    private boolean zeroCentred(
            ZeroCentredPenalty penalty,
            String name,
            String self,
            String samples,
            String label,
            boolean begun) {
        if (!penalty.isOn()) {
            return false;
        }
        String steep =
                "steepness(%sdiscriminator, %s%s)"
                        .formatted(self, samples, told.ifLabels(", " + label));
        String value =
                "%s * tf.reduce_mean(%s ** 2)"
                        .formatted(number(penalty.gamma() / 2 * penalty.interval()), steep);
        String target = begun ? "penalty += " : "penalty = ";
        if (isRare(penalty)) {
            int interval = penalty.interval();
            code.line(
                    "# %s, only in each %dth update, where it weighs %d times as much."
                            .formatted(name, interval, interval));
            code.line(target + "tf.cond(");
            code.line("    tf.equal(updates %% %d, 0),".formatted(interval));
            code.line("    lambda: %s,".formatted(value));
            code.line("    lambda: 0.0)");
        } else {
            code.line("# %s: the score is to be flat at %s samples.".formatted(name, samples));
            code.line(target + value);
        }
        return true;
    }

    /** What the weights are kept within, if anything. */
    Optional<String> weightLimit() {
        return objective.weightLimit().isPresent()
                ? Optional.of(number(objective.weightLimit().getAsDouble()))
                : Optional.empty();
    }

    boolean isNoisy() {
        return objective.instanceNoise().deviation() > 0;
    }

    boolean penalises() {
        return objective.penalisesGradients();
    }
}
