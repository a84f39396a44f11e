package org.ganatelier.exchange.pytorch;

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
    private static final String STEEPNESS =
            """
            def steepness(discriminator, x%s):
                \"""How steep the score is at each sample: the length of its gradient by the sample.\"""
                x = x.detach().requires_grad_()
                scores = discriminator(x%s)
                gradients, = torch.autograd.grad(scores.sum(), x, create_graph=True)
                return gradients.flatten(1).norm(dim=1)
            """;

    private static final String NOISY =
            """
            def noisy(x, step):
                \"""Instance noise (arXiv:1610.04490): on all that D sees, less from step to step.\"""
                return x + %s * max(0, 1 - step / %d) * torch.randn_like(x)
            """;

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

    boolean usesFunctional() {
        return (ofDiscriminator() + ofGenerator()).contains("functional.");
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
            String label = told.ifLabels(", label");
            code.line(STEEPNESS.formatted(label, label).stripTrailing()).blank().blank();
        }
        InstanceNoise noise = objective.instanceNoise();
        if (noise.deviation() > 0) {
            code.line(NOISY.formatted(number(noise.deviation()), noise.steps()).stripTrailing());
            code.blank().blank();
        }
    }

    /** Only the number, which is enough to find it. */
    private String paper() {
        String paper = objective.loss().paper();
        return paper.substring(paper.indexOf("arXiv"));
    }

    private String ofDiscriminator() {
        double smoothing = objective.labelSmoothing();
        return switch (objective.loss()) {
            // -log sigmoid(s) is softplus(-s), -log(1 - sigmoid(s)) is softplus(s).
            case NonSaturating _, Minimax _ -> crossEntropy(smoothing);
            case LeastSquares _ ->
                    "((real - %s) ** 2).mean() / 2 + (fake ** 2).mean() / 2"
                            .formatted(smoothing == 0 ? "1" : number(Share.rest(smoothing)));
            case Hinge _ -> "functional.relu(1 - real).mean() + functional.relu(1 + fake).mean()";
            case Wasserstein _, WassersteinGp _ -> "fake.mean() - real.mean()";
            case Relativistic _ ->
                    "functional.softplus(fake - real).mean()  # -log sigmoid(real - fake)";
            case Loss other -> throw unknown(other);
        };
    }

    private static String crossEntropy(double smoothing) {
        String onReal =
                smoothing == 0
                        ? "functional.softplus(-real).mean()"
                        : "(functional.softplus(-real) + %s * real).mean()"
                                .formatted(number(smoothing));
        return onReal + " + functional.softplus(fake).mean()";
    }

    private String ofGenerator() {
        return switch (objective.loss()) {
            case NonSaturating _ -> "functional.softplus(-fake).mean()  # -log sigmoid(fake)";
            case Minimax _ -> "-functional.softplus(fake).mean()  # log(1 - sigmoid(fake))";
            case LeastSquares _ -> "((fake - 1) ** 2).mean() / 2";
            case Hinge _, Wasserstein _, WassersteinGp _ -> "-fake.mean()";
            case Relativistic _ ->
                    "functional.softplus(real - fake).mean()  # -log sigmoid(fake - real)";
            case Loss other -> throw unknown(other);
        };
    }

    /** Losses are no closed set: a test writes the code of each one in the catalogue. */
    private static IllegalArgumentException unknown(Loss loss) {
        return new IllegalArgumentException("No code is known for " + loss.id());
    }

    /** Whether penalties have names of the loop's: the number of D's updates so far. */
    boolean countsUpdates() {
        return isRare(objective.r1()) || isRare(objective.r2());
    }

    private static boolean isRare(ZeroCentredPenalty penalty) {
        return penalty.isOn() && penalty.interval() > 1;
    }

    /** Adds the penalties that are due to {@code penalty}. */
    void writePenalties() {
        if (objective.slopePenalty() > 0) {
            code.line("# The score's steepness between real and fake should be 1.");
            code.line("share = torch.rand(BATCH%s)".formatted(", 1".repeat(told.axes())));
            code.line("between = share * real + (1 - share) * fake");
            code.line(
                    "steep = steepness(discriminator, between%s)"
                            .formatted(told.ifLabels(", real_label")));
            code.line(
                    "penalty = %s * ((steep - 1) ** 2).mean()"
                            .formatted(number(objective.slopePenalty())));
        } else if (objective.penalisesGradients()) {
            code.line("penalty = 0");
        }
        zeroCentred(objective.r1(), "R1", "real", told.ifLabels(", real_label"));
        zeroCentred(objective.r2(), "R2", "fake", told.ifLabels(", label"));
    }

    private void zeroCentred(
            ZeroCentredPenalty penalty, String name, String samples, String label) {
        if (!penalty.isOn()) {
            return;
        }
        String weight = number(penalty.gamma() / 2 * penalty.interval());
        Runnable add =
                () ->
                        code.line(
                                "penalty = penalty + %s * (steepness(discriminator, %s%s) ** 2).mean()"
                                        .formatted(weight, samples, label));
        if (isRare(penalty)) {
            code.line(
                    "if updates %% %d == 0:  # %s, weighted for the updates without it"
                            .formatted(penalty.interval(), name));
            code.indented(add);
        } else {
            code.line("# %s: the score is to be flat at %s samples.".formatted(name, samples));
            add.run();
        }
    }

    /** What the weights are kept within, if anything. */
    Optional<String> weightLimit() {
        return objective.weightLimit().isPresent()
                ? Optional.of(number(objective.weightLimit().getAsDouble()))
                : Optional.empty();
    }

    /** What D sees of samples: as they are, or with noise. */
    String seen(String samples) {
        return objective.instanceNoise().deviation() > 0
                ? "noisy(%s, step)".formatted(samples)
                : samples;
    }

    boolean penalises() {
        return objective.penalisesGradients();
    }
}
