package org.ganatelier.exchange.keras.script;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.plan.model.Plan;

/** The two players' turns: one update each. */
final class GameCode {
    private final CodeWriter code;
    private final Plan plan;
    private final TrainingSpec training;
    private final Told told;
    private final ObjectiveCode objective;
    private final OptimizerCode optimizers;
    private final String self;

    /**
     * @param self what stands before the names of networks and optimizers, such as "self."
     */
    GameCode(
            CodeWriter code,
            Plan plan,
            ObjectiveCode objective,
            OptimizerCode optimizers,
            String self) {
        this.code = code;
        this.plan = plan;
        this.objective = objective;
        this.optimizers = optimizers;
        this.self = self;
        training = plan.experiment().training();
        told = Told.of(plan.experiment());
    }

    /** Whether G's samples are made by an average of its weights. */
    boolean averages() {
        return training.averageDecay() > 0;
    }

    /** What a turn is told: a batch of real samples, and their labels where there are any. */
    String real() {
        return "real" + told.ifLabels(", real_label");
    }

    /** D's: from {@code real} to its loss, which is returned. */
    void discriminatorTurn() {
        code.line("\"\"\"D learns to tell real samples from made ones; G stays as it is.\"\"\"");
        if (objective.countsUpdates()) {
            code.line("updates = %sd_optimizer.iterations  # of D so far".formatted(self));
        }
        inputs();
        makeFakes();
        noisy("real");
        noisy("fake");
        code.line("with tf.GradientTape() as tape:");
        code.indented(
                () -> {
                    judge("real", "real_label");
                    judge("fake", "label");
                    code.line("d_loss = discriminator_loss(real_scores, fake_scores)");
                    if (objective.penalises()) {
                        objective.writePenalties(self);
                        code.line("total = d_loss + penalty");
                    }
                });
        optimizers.writeUpdate(
                Side.DISCRIMINATOR, self, objective.penalises() ? "total" : "d_loss");
        objective
                .weightLimit()
                .ifPresent(
                        most -> {
                            code.line("for weight in weights:  # they stay small");
                            code.line(
                                    "    weight.assign(tf.clip_by_value(weight, -%s, %s))"
                                            .formatted(most, most));
                        });
        code.line("return d_loss");
    }

    /** G's: to its loss, which is returned. */
    void generatorTurn() {
        boolean normalizes =
                plan.experiment().discriminator().layers().stream()
                        .anyMatch(BatchNorm.class::isInstance);
        code.line("\"\"\"G learns to raise D's scores; D stays as it is.\"\"\"");
        if (averages()) {
            code.line(
                    "updates = tf.cast(%sg_optimizer.iterations, tf.float32)  # of G so far"
                            .formatted(self));
        }
        if (normalizes) {
            code.line("# D's running statistics are those of its own turns.");
            code.line(
                    "kept = [tf.identity(weight) for weight in %sdiscriminator.non_trainable_weights]"
                            .formatted(self));
        }
        inputs();
        code.line("with tf.GradientTape() as tape:");
        code.indented(
                () -> {
                    makeFakes();
                    noisy("fake");
                    judge("fake", "label");
                    if (objective.isPaired()) {
                        noisy("real");
                        judge("real", "real_label");
                    }
                    code.line(
                            "g_loss = generator_loss(%sfake_scores)"
                                    .formatted(objective.isPaired() ? "real_scores, " : ""));
                });
        if (normalizes) {
            code.line(
                    "for weight, value in zip(%sdiscriminator.non_trainable_weights, kept):"
                            .formatted(self));
            code.line("    weight.assign(value)");
        }
        optimizers.writeUpdate(Side.GENERATOR, self, "g_loss");
        if (averages()) {
            follow();
        }
        code.line("return g_loss");
    }

    private void follow() {
        code.line("# The average of G's weights follows (arXiv:1806.04498); the first soon fade.");
        code.line(
                "keep = tf.minimum(%s, (1 + updates) / (10 + updates))"
                        .formatted(number(training.averageDecay())));
        code.line(
                "for mean, weight in zip(%saverage.weights, %sgenerator.weights):"
                        .formatted(self, self));
        code.line("    mean.assign(keep * mean + (1 - keep) * weight)");
    }

    /** What G makes samples of. */
    private void inputs() {
        code.line("noise = tf.random.normal((BATCH, LATENT))");
        if (told.labels()) {
            code.line("label = tf.random.uniform((BATCH,), maxval=CLASSES, dtype=tf.int32)");
            code.line("label = tf.one_hot(label, CLASSES)");
        }
    }

    private void makeFakes() {
        code.line(
                "fake = %sgenerator(%s, training=True)"
                        .formatted(self, told.input("noise", "label")));
    }

    private void noisy(String samples) {
        if (objective.isNoisy()) {
            int turns = training.generatorSteps();
            code.line(
                    "%s = noisy(%s, %sg_optimizer.iterations%s)"
                            .formatted(samples, samples, self, turns == 1 ? "" : " // " + turns));
        }
    }

    private void judge(String samples, String label) {
        code.line(
                "%s_scores = %sdiscriminator(%s, training=True)"
                        .formatted(samples, self, told.input(samples, label)));
    }
}
