package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.function.UnaryOperator;

/** How the players take turns. */
final class LoopCode {
    private static final String FIRST = "0";

    private static final String NAN =
            "raise SystemExit(\"The losses are no longer numbers: try smaller learning rates\")";

    private static final String WATCH =
            """
            class Watch(keras.callbacks.Callback):
                \"""Says how it goes, and ends the training when its time is over.\"""

                def __init__(self, seconds):
                    super().__init__()
                    self.end = time.monotonic() + seconds

                def on_train_batch_end(self, step, logs=None):
                    if step % 100 == 0:
                        d_loss, g_loss = float(logs["d_loss"]), float(logs["g_loss"])
                        print(f"step {step}, losses: D {d_loss:.4f}, G {g_loss:.4f}", flush=True)
                        if not math.isfinite(d_loss + g_loss):
                            NAN
                    if time.monotonic() > self.end:
                        self.model.stop_training = True
            """
                    .replace("NAN", NAN);

    private static final String PROGRESS =
            """
            if step % 100 == 0:
                losses = f"D {float(d_loss):.4f}, G {float(g_loss):.4f}"
                print(f"step {step}, losses: {losses}", flush=True)
                if not math.isfinite(float(d_loss) + float(g_loss)):
                    NAN
            step += 1
            """
                    .replace("NAN", NAN);

    private final CodeWriter code;
    private final GameCode game;
    private final OptimizerCode optimizers;
    private final TrainingSpec training;
    private final Told told;
    private final boolean paired;

    LoopCode(CodeWriter code, Plan plan, GameCode game, OptimizerCode optimizers) {
        this.code = code;
        this.game = game;
        this.optimizers = optimizers;
        training = plan.experiment().training();
        told = Told.of(plan.experiment());
        paired = plan.experiment().objective().loss() instanceof PairedLoss;
    }

    private void settings(Runnable content) {
        code.at(new Place.Settings(), content);
    }

    /** A model whose training step is the game, and its {@code fit}. */
    void keras() {
        code.line("class GAN(keras.Model):");
        code.indented(
                () -> {
                    code.line("\"\"\"Both networks, and the rules by which they take turns.\"\"\"")
                            .blank();
                    code.line("def __init__(self):");
                    code.indented(
                            () -> {
                                code.line("super().__init__()");
                                networks("self.");
                            });
                    code.blank().line("def compile(self, d_optimizer, g_optimizer):");
                    code.line("    super().compile(jit_compile=False)");
                    code.line("    self.d_optimizer = d_optimizer");
                    code.line("    self.g_optimizer = g_optimizer");
                    code.blank().line("def train_step(self, data):");
                    code.indented(() -> settings(this::trainStep));
                    code.blank();
                    code.line("def discriminator_turn(self, %s):".formatted(game.real()));
                    code.indented(() -> settings(game::discriminatorTurn));
                    code.blank();
                    code.line(
                            "def generator_turn(self%s):"
                                    .formatted(paired ? ", " + game.real() : ""));
                    code.indented(() -> settings(game::generatorTurn));
                });
        code.blank().blank();
        code.line(WATCH.stripTrailing()).blank().blank();
        code.line("def train(steps, seconds):");
        code.indented(this::fit);
        code.blank().blank();
    }

    private void networks(String self) {
        code.line("%sgenerator = build_generator()".formatted(self));
        code.line("%sdiscriminator = build_discriminator()".formatted(self));
        if (game.averages()) {
            settings(
                    () -> {
                        code.line("%saverage = build_generator()".formatted(self));
                        code.line(
                                "%saverage.set_weights(%sgenerator.get_weights())"
                                        .formatted(self, self));
                    });
        }
    }

    /** Real batches that one step takes. */
    private int batches() {
        return training.discriminatorSteps() + (paired ? training.generatorSteps() : 0);
    }

    private void trainStep() {
        int ofDiscriminator = training.discriminatorSteps();
        boolean several = batches() > 1;
        if (told.labels()) {
            code.line(several ? "samples, labels = data" : "real, real_label = data");
        }
        turns(
                ofDiscriminator,
                turn ->
                        "d_loss = self.discriminator_turn(%s)"
                                .formatted(
                                        several
                                                ? batch(turn)
                                                : told.labels() ? game.real() : "data"));
        turns(
                training.generatorSteps(),
                turn ->
                        "g_loss = self.generator_turn(%s)"
                                .formatted(paired ? batch(later(ofDiscriminator, turn)) : ""));
        code.line("return {\"d_loss\": d_loss, \"g_loss\": g_loss}");
    }

    /** One of the batches that a step is given. */
    private String batch(String place) {
        return told.labels()
                ? "samples[%s], labels[%s]".formatted(place, place)
                : "data[%s]".formatted(place);
    }

    /** The place of a batch behind D's. */
    private static String later(int first, String turn) {
        return turn.equals(FIRST) ? Integer.toString(first) : first + " + " + turn;
    }

    /**
     * @param call of a turn, given its number or the variable that holds it
     */
    private void turns(int times, UnaryOperator<String> call) {
        if (times == 1) {
            code.line(call.apply(FIRST));
        } else {
            code.line("for turn in range(%d):".formatted(times));
            code.line("    " + call.apply("turn"));
        }
    }

    private void fit() {
        code.line("\"\"\"Plays the game and returns both networks.\"\"\"");
        code.line("keras.utils.set_random_seed(SEED)");
        settings(optimizers::writeMaking);
        code.line("gan = GAN()");
        code.line("gan.compile(d_optimizer, g_optimizer)");
        code.line("batches = real_batches()");
        if (batches() > 1) {
            settings(
                    () ->
                            code.line(
                                    "batches = batches.batch(%d, drop_remainder=True)  # of one step"
                                            .formatted(batches())));
        }
        code.line("gan.fit(batches, steps_per_epoch=steps, callbacks=[Watch(seconds)], verbose=0)");
        code.line(
                "return gan.%s, gan.discriminator"
                        .formatted(game.averages() ? "average" : "generator"));
    }

    /** A plain loop. */
    void tensorFlow() {
        code.line("def train(steps, seconds):");
        code.indented(
                () -> {
                    code.line("\"\"\"Plays the game and returns both networks.\"\"\"");
                    code.line("keras.utils.set_random_seed(SEED)");
                    networks("");
                    settings(optimizers::writeMaking);
                    code.line("batches = iter(real_batches())").blank();
                    code.line("@tf.function  # as a graph, which is several times as fast");
                    code.line("def discriminator_turn(%s):".formatted(game.real()));
                    code.indented(() -> settings(game::discriminatorTurn));
                    code.blank().line("@tf.function");
                    code.line("def generator_turn(%s):".formatted(paired ? game.real() : ""));
                    code.indented(() -> settings(game::generatorTurn));
                    code.blank().line("start = time.monotonic()");
                    code.line("step = 0");
                    code.line("while step < steps and time.monotonic() - start < seconds:");
                    code.indented(() -> settings(this::step));
                    code.line(
                            "return %s, discriminator"
                                    .formatted(game.averages() ? "average" : "generator"));
                });
        code.blank().blank();
    }

    private void step() {
        String next = told.labels() ? "*next(batches)" : "next(batches)";
        turns(
                training.discriminatorSteps(),
                _ -> "d_loss = discriminator_turn(%s)".formatted(next));
        turns(
                training.generatorSteps(),
                _ -> "g_loss = generator_turn(%s)".formatted(paired ? next : ""));
        code.line(PROGRESS.stripTrailing());
    }
}
