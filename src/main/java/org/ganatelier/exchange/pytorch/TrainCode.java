package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.code.GridCode;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;

/** {@code train.py}. */
final class TrainCode {
    private static final List<Side> SIDES = List.of(Side.GENERATOR, Side.DISCRIMINATOR);

    private final CodeWriter code;
    private final Plan plan;
    private final Experiment experiment;
    private final Told told;
    private final ObjectiveCode objective;
    private final OptimizerCode optimizers;
    private final StartCode start;

    TrainCode(CodeWriter code, Plan plan) {
        this.code = code;
        this.plan = plan;
        experiment = plan.experiment();
        told = Told.of(experiment);
        objective = new ObjectiveCode(code, experiment.objective(), told);
        optimizers = new OptimizerCode(code, experiment.training());
        start = new StartCode(code, plan);
    }

    private TrainingSpec training() {
        return experiment.training();
    }

    void write() {
        head();
        new NetworkCode(code, plan).write(SIDES);
        WeightFile.TORCH.write(code, SIDES);
        start.write();
        settings(objective::write);
        batches();
        code.line("def train(steps, seconds):");
        code.indented(this::train);
        code.blank().blank();
        GridCode.write(code, told.shape());
        code.blank().blank();
        new EndCode(code, told, training().averageDecay() > 0, start.hasNorms()).write();
    }

    private void settings(Runnable content) {
        code.at(new Place.Settings(), content);
    }

    private void head() {
        var modules = new ArrayList<>(List.of("argparse"));
        if (training().averageDecay() > 0) {
            modules.add("copy");
        }
        modules.addAll(List.of("math", "struct", "time", "zlib"));
        var torch = new ArrayList<>(List.of("from torch import nn"));
        if (told.labels() || objective.usesFunctional()) {
            torch.add("from torch.nn import functional");
        }
        if (start.hasNorms()) {
            torch.add("from torch.nn.utils import parametrize, parametrizations");
        }
        HeadCode.write(
                code,
                experiment.name() + ": trains both networks.",
                List.of(
                        "python train.py                 for 10,000 steps",
                        "python train.py --seconds 60    for a minute"),
                modules,
                torch);
        settings(
                () -> {
                    code.line("SEED = " + experiment.seed());
                    code.line("BATCH = %d  # samples that one update sees".formatted(batch()));
                    code.line(
                            "LATENT = %d  # numbers of noise that one sample is made of"
                                    .formatted(experiment.latentSize()));
                    if (told.labels()) {
                        code.line("CLASSES = " + told.classes());
                    }
                });
        code.blank().blank();
    }

    private int batch() {
        return training().batchSize();
    }

    private void batches() {
        boolean images = told.shape() instanceof Shape.Image;
        code.line("def real_batches(samples%s):".formatted(told.ifLabels(", labels")));
        code.indented(
                () -> {
                    code.line(
                            "\"\"\"Batches of real samples for ever, shuffled anew for each pass"
                                    + " over the data.\"\"\"");
                    code.line("order = torch.empty(0, dtype=torch.long)");
                    code.line("while True:");
                    code.line("    while len(order) < BATCH:");
                    code.line("        order = torch.cat([order, torch.randperm(len(samples))])");
                    code.line("    batch, order = order[:BATCH], order[BATCH:]");
                    String real = images ? "samples[batch].float() / 127.5 - 1" : "samples[batch]";
                    code.line("    yield " + real + told.ifLabels(", labels[batch]"));
                });
        code.blank().blank();
    }

    private void train() {
        code.line("\"\"\"Plays the game and returns both networks.\"\"\"");
        code.line("torch.manual_seed(SEED)");
        code.line("data = np.load(HERE / \"data.npz\")");
        code.line("samples = torch.from_numpy(data[\"samples\"])");
        if (told.labels()) {
            code.line("labels = torch.from_numpy(data[\"labels\"]).long()");
        }
        code.line("batches = real_batches(samples%s)".formatted(told.ifLabels(", labels")));
        settings(
                () -> {
                    start.writeNetworks();
                    optimizers.writeMaking();
                    if (training().averageDecay() > 0) {
                        code.line("average = copy.deepcopy(generator)");
                    }
                });
        code.line("start = time.monotonic()");
        if (objective.countsUpdates()) {
            code.line("updates = 0  # of D");
        }
        if (training().averageDecay() > 0 && training().generatorSteps() > 1) {
            code.line("followed = 0  # updates of G");
        }
        code.line("step = 0");
        code.line("while step < steps and time.monotonic() - start < seconds:");
        code.indented(() -> settings(this::step));
        String made = training().averageDecay() > 0 ? "average" : "generator";
        code.line("return %s, discriminator".formatted(made));
    }

    private void step() {
        repeated(training().discriminatorSteps(), this::discriminatorTurn);
        code.blank();
        repeated(training().generatorSteps(), this::generatorTurn);
        code.blank();
        optimizers.writeSchedules();
        code.line("if step % 100 == 0:");
        code.indented(
                () -> {
                    code.line("losses = f\"D {d_loss.item():.4f}, G {g_loss.item():.4f}\"");
                    code.line("print(f\"step {step}, losses: {losses}\", flush=True)");
                    code.line("if not math.isfinite(d_loss.item() + g_loss.item()):");
                    code.indented(
                            () ->
                                    code.line(
                                            "raise SystemExit(\"The losses are no longer numbers:"
                                                    + " try smaller learning rates\")"));
                });
        code.line("step += 1");
    }

    private void repeated(int times, Runnable content) {
        if (times == 1) {
            content.run();
        } else {
            code.line("for turn in range(%d):".formatted(times));
            code.indented(content);
        }
    }

    private void makeFakes() {
        if (told.labels()) {
            code.line("label = torch.randint(CLASSES, (BATCH,))");
        }
        code.line("made = generator(torch.randn(BATCH, LATENT)%s)".formatted(ifTold(", label")));
    }

    private String ifTold(String code) {
        return told.ifLabels(code);
    }

    private void nextReal() {
        code.line("real%s = next(batches)".formatted(ifTold(", real_label")));
        if (!objective.seen("real").equals("real")) {
            code.line("real = " + objective.seen("real"));
        }
    }

    private void discriminatorTurn() {
        code.line("# D learns to tell real samples from made ones; G stays as it is.");
        if (start.normalizes(Side.GENERATOR) && training().discriminatorSteps() > 1) {
            int last = training().discriminatorSteps() - 1;
            code.line("keep_statistics(generator, turn == %d)".formatted(last));
        }
        makeFakes();
        nextReal();
        code.line("fake = " + objective.seen("made.detach()"));
        code.line("real_scores = discriminator(real%s)".formatted(ifTold(", real_label")));
        code.line("fake_scores = discriminator(fake%s)".formatted(ifTold(", label")));
        code.line("d_loss = discriminator_loss(real_scores, fake_scores)");
        objective.writePenalties();
        optimizers.writeUpdate(
                Side.DISCRIMINATOR, objective.penalises() ? "(d_loss + penalty)" : "d_loss");
        if (objective.countsUpdates()) {
            code.line("updates += 1");
        }
        objective
                .weightLimit()
                .ifPresent(
                        most -> {
                            code.line("with torch.no_grad():  # weights stay small");
                            code.line("    for weights in discriminator.parameters():");
                            code.line("        weights.clamp_(-%s, %s)".formatted(most, most));
                        });
    }

    private void generatorTurn() {
        code.line("# G learns to raise D's scores; D has just seen these samples.");
        if (training().generatorSteps() > 1) {
            code.line("if turn > 0:  # G has changed since");
            code.indented(this::makeFakes);
        }
        if (objective.isPaired()) {
            nextReal();
        }
        boolean pauses = start.normalizes(Side.DISCRIMINATOR);
        if (pauses) {
            code.line("keep_statistics(discriminator, False)");
        }
        code.line(
                "fake_scores = discriminator(%s%s)"
                        .formatted(objective.seen("made"), ifTold(", label")));
        if (objective.isPaired()) {
            code.line("real_scores = discriminator(real%s)".formatted(ifTold(", real_label")));
        }
        code.line(
                "g_loss = generator_loss(%sfake_scores)"
                        .formatted(objective.isPaired() ? "real_scores, " : ""));
        if (pauses) {
            code.line("keep_statistics(discriminator, True)");
        }
        optimizers.writeUpdate(Side.GENERATOR, "g_loss");
        if (training().averageDecay() > 0) {
            String count = training().generatorSteps() > 1 ? "followed" : "step";
            code.line("follow(average, generator, %s)".formatted(count));
            if (training().generatorSteps() > 1) {
                code.line("followed += 1");
            }
        }
    }
}
