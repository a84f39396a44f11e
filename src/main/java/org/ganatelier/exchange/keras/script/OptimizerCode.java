package org.ganatelier.exchange.keras.script;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;

import java.util.ArrayList;
import java.util.List;

/** How weights follow their gradients. */
final class OptimizerCode {
    /** Longer lines are broken. */
    private static final int WIDTH = 92;

    private final CodeWriter code;
    private final TrainingSpec training;

    OptimizerCode(CodeWriter code, TrainingSpec training) {
        this.code = code;
        this.training = training;
    }

    static String letter(Side side) {
        return switch (side) {
            case GENERATOR -> "g";
            case DISCRIMINATOR -> "d";
        };
    }

    /** Makes {@code d_optimizer} and {@code g_optimizer}. */
    void writeMaking() {
        for (Side side : List.of(Side.DISCRIMINATOR, Side.GENERATOR)) {
            writeMaking(side);
        }
    }

    private void writeMaking(Side side) {
        OptimizerSpec spec = training.optimizer(side);
        Schedule schedule = spec.schedule();
        String rate = number(spec.learningRate());
        if (schedule.kind() != Schedule.Kind.CONSTANT) {
            if (updates(side) > 1) {
                code.line(
                        "# Its steps are updates: %d in each step of training."
                                .formatted(updates(side)));
            }
            rate = letter(side) + "_rate";
            code.line("%s = keras.optimizers.schedules.%s".formatted(rate, falling(side, spec)));
        }
        var arguments = new ArrayList<>(List.of(rate));
        arguments.addAll(rule(spec));
        if (spec.kind() == OptimizerSpec.Kind.ADAMW) {
            arguments.add("weight_decay=" + number(spec.weightDecay()));
        }
        if (spec.clipNorm() > 0 && !isDoneByHand(spec)) {
            arguments.add("global_clipnorm=" + number(spec.clipNorm()));
        }
        String call = "%s_optimizer = keras.optimizers.%s(".formatted(letter(side), type(spec));
        String all = String.join(", ", arguments) + ")";
        if (call.length() + all.length() <= WIDTH) {
            code.line(call + all);
        } else {
            code.line(call).line("    " + all);
        }
    }

    private int updates(Side side) {
        return switch (side) {
            case GENERATOR -> training.generatorSteps();
            case DISCRIMINATOR -> training.discriminatorSteps();
        };
    }

    private String falling(Side side, OptimizerSpec spec) {
        Schedule schedule = spec.schedule();
        long steps = schedule.steps() * updates(side);
        String rate = number(spec.learningRate());
        return switch (schedule.kind()) {
            case CONSTANT -> throw new IllegalArgumentException("A constant rate does not fall");
            case LINEAR ->
                    "PolynomialDecay(%s, %d, end_learning_rate=%s)"
                            .formatted(
                                    rate,
                                    steps,
                                    number(rounded(spec.learningRate() * schedule.finalShare())));
            case COSINE ->
                    "CosineDecay(%s, %d, alpha=%s)"
                            .formatted(rate, steps, number(schedule.finalShare()));
        };
    }

    /** Without the last digits of a product. */
    private static double rounded(double value) {
        return Double.parseDouble("%.12e".formatted(value).replace(',', '.'));
    }

    private static String type(OptimizerSpec spec) {
        return switch (spec.kind()) {
            case ADAM -> "Adam";
            case ADAMW -> "AdamW";
            case RMSPROP -> "RMSprop";
            case SGD -> "SGD";
        };
    }

    private static List<String> rule(OptimizerSpec spec) {
        return switch (spec.kind()) {
            case ADAM, ADAMW ->
                    List.of(
                            "beta_1=" + number(spec.beta1()),
                            "beta_2=" + number(spec.beta2()),
                            "epsilon=" + number(OptimizerSpec.EPSILON));
            // Keras adds its epsilon under the root.
            case RMSPROP ->
                    List.of(
                            "rho=" + number(spec.beta2()),
                            "epsilon=" + number(OptimizerSpec.EPSILON * OptimizerSpec.EPSILON));
            case SGD -> spec.beta1() == 0 ? List.of() : List.of("momentum=" + number(spec.beta1()));
        };
    }

    /** Keras's own weight decay is AdamW's, whatever the rule. */
    private static boolean isDoneByHand(OptimizerSpec spec) {
        return spec.weightDecay() > 0 && spec.kind() != OptimizerSpec.Kind.ADAMW;
    }

    /**
     * One update by the gradients of a loss that {@code tape} has seen.
     *
     * @param self what stands before the names of networks and optimizers
     */
    void writeUpdate(Side side, String self, String loss) {
        OptimizerSpec spec = training.optimizer(side);
        code.line("weights = %s%s.trainable_weights".formatted(self, side.id()));
        code.line("gradients = tape.gradient(%s, weights)".formatted(loss));
        if (isDoneByHand(spec)) {
            if (spec.clipNorm() > 0) {
                code.line(
                        "gradients, _ = tf.clip_by_global_norm(gradients, %s)"
                                .formatted(number(spec.clipNorm())));
            }
            code.line("# Weight decay as a part of the gradient draws all weights to 0.");
            code.line(
                    "gradients = [g + %s * w for g, w in zip(gradients, weights)]"
                            .formatted(number(spec.weightDecay())));
        }
        code.line(
                "%s%s_optimizer.apply_gradients(zip(gradients, weights))"
                        .formatted(self, letter(side)));
    }
}
