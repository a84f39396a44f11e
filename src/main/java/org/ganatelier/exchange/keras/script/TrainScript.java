package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.code.GridCode;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;

/** {@code train.py}, and the part of it that a Code panel shows. */
final class TrainScript {
    private static final List<Side> SIDES = List.of(Side.GENERATOR, Side.DISCRIMINATOR);

    private final CodeWriter code;
    private final Plan plan;
    private final Dialect dialect;
    private final Experiment experiment;
    private final Told told;
    private final ObjectiveCode objective;
    private final OptimizerCode optimizers;
    private final GameCode game;

    TrainScript(CodeWriter code, Plan plan, Dialect dialect) {
        this.code = code;
        this.plan = plan;
        this.dialect = dialect;
        experiment = plan.experiment();
        told = Told.of(experiment);
        objective = new ObjectiveCode(code, experiment.objective(), told);
        optimizers = new OptimizerCode(code, training());
        String self =
                switch (dialect) {
                    case KERAS -> "self.";
                    case TENSORFLOW -> "";
                };
        game = new GameCode(code, plan, objective, optimizers, self);
    }

    private TrainingSpec training() {
        return experiment.training();
    }

    /** The whole file. */
    void write() {
        head();
        new NetworkCode(code, plan, dialect, true).write(SIDES);
        settings(objective::write);
        batches();
        var loop = new LoopCode(code, plan, game, optimizers);
        switch (dialect) {
            case KERAS -> loop.keras();
            case TENSORFLOW -> loop.tensorFlow();
        }
        GridCode.write(code, told.shape());
        code.blank().blank();
        new EndCode(code, plan, dialect).write();
    }

    /** The networks, the losses and the optimizers. */
    void writeModel() {
        if (dialect == Dialect.KERAS) {
            code.line("import os").blank();
        }
        Imports.write(code, dialect, plan, SIDES, true);
        code.blank().blank();
        new NetworkCode(code, plan, dialect, true).write(SIDES);
        settings(objective::write);
        settings(optimizers::writeMaking);
    }

    private void settings(Runnable content) {
        code.at(new Place.Settings(), content);
    }

    private void head() {
        HeadCode.write(
                code,
                experiment.name(),
                "trains both networks.",
                Imports.needs(dialect, plan, SIDES, true),
                List.of(
                        "python train.py                 for 10,000 steps",
                        "python train.py --seconds 60    for a minute"),
                notes());
        var modules = new ArrayList<>(List.of("argparse", "math"));
        if (dialect == Dialect.KERAS) {
            modules.add("os");
        }
        modules.addAll(List.of("struct", "time", "zlib"));
        modules.forEach(module -> code.line("import " + module));
        code.line("from pathlib import Path").blank();
        Imports.write(code, dialect, plan, SIDES, true);
        code.blank().line("HERE = Path(__file__).resolve().parent");
        settings(this::constants);
        code.blank().blank();
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (SIDES.stream().anyMatch(side -> NetworkCode.isNormalized(plan, side))) {
            notes.add(
                    "Keras's spectral normalization divides the weights themselves in each pass,");
            notes.add("GAN Atelier's a copy of them: the runs are alike, not equal.");
        }
        return notes;
    }

    private void constants() {
        code.line("SEED = %d".formatted(Math.floorMod(experiment.seed(), 1L << 32)));
        code.line("BATCH = %d  # samples that one update sees".formatted(training().batchSize()));
        code.line(
                "LATENT = %d  # numbers of noise that one sample is made of"
                        .formatted(experiment.latentSize()));
        if (told.labels()) {
            code.line("CLASSES = " + told.classes());
        }
    }

    private void batches() {
        code.line("def real_batches():");
        code.indented(
                () -> {
                    code.line(
                            "\"\"\"Batches of real %s for ever, shuffled anew for each pass.\"\"\""
                                    .formatted(told.samples()));
                    code.line("data = np.load(HERE / \"data.npz\")");
                    code.line("samples = data[\"samples\"]");
                    if (told.areImages()) {
                        code.line(
                                "samples = samples.transpose(0, 2, 3, 1)  # channels last, as in"
                                        + " Keras");
                    }
                    code.line(
                            "dataset = tf.data.Dataset.from_tensor_slices(%s)"
                                    .formatted(
                                            told.labels()
                                                    ? "(samples, data[\"labels\"])"
                                                    : "samples"));
                    code.line("dataset = dataset.shuffle(len(samples), seed=SEED).repeat()");
                    code.line("dataset = dataset.batch(BATCH, drop_remainder=True)");
                    ready();
                });
        code.blank().blank();
    }

    private void ready() {
        String x = told.areImages() ? "tf.cast(x, tf.float32) / 127.5 - 1" : "x";
        if (told.labels()) {
            code.line("return dataset.map(lambda x, y: (%s, tf.one_hot(y, CLASSES)))".formatted(x));
        } else {
            code.line(
                    told.areImages()
                            ? "return dataset.map(lambda x: %s)".formatted(x)
                            : "return dataset");
        }
    }
}
