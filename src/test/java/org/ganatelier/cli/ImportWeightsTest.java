package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.model.Examples;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.exchange.onnx.OnnxWriter;
import org.ganatelier.exchange.pytorch.TorchWriter;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.ExactInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.PlayerInput;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Weights that went out come back, and compute the same. */
@Timeout(120)
final class ImportWeightsTest {
    /** Sums in another order; see the exporters' own tests. */
    private static final float TOLERANCE = 1e-5f;

    private static final int COUNT = 3;

    @TempDir Path folder;
    private final EngineTrainer trainer = new EngineTrainer();
    private final CliHarness cli = new CliHarness(trainer);

    @Test
    void pytorchsWeightsFitIntoAnExperimentAndComputeTheSame() throws Exception {
        for (String preset : new String[] {"digits", "digits-conditional"}) {
            Plan plan = Planner.check(Presets.load(preset)).plan();
            Checkpoint run = exported(new TorchWriter(), plan);
            String out = folder.resolve(preset + ".atelier").toString();
            int code =
                    cli.run(
                            "import",
                            folder.resolve("generator.pt").toString(),
                            folder.resolve("discriminator.safetensors").toString(),
                            "--into",
                            preset,
                            "--out",
                            out);
            assertThat(code).as(cli.errors()).isZero();
            Checkpoint read = ProjectFile.loadRun(Path.of(out));
            assertThat(read.experiment().withName("same"))
                    .isEqualTo(plan.experiment().withName("same"));
            requireSame(run, read);
        }
    }

    @Test
    void onnxGraphsComeBackWithTheirWeights() throws Exception {
        Plan plan = Planner.check(Presets.load("digits-plain")).plan();
        Checkpoint run = exported(new OnnxWriter(), plan);
        String out = folder.resolve("onnx.atelier").toString();
        int code =
                cli.run(
                        "import",
                        folder.resolve("generator.onnx").toString(),
                        folder.resolve("discriminator.onnx").toString(),
                        "--out",
                        out);
        assertThat(code).as(cli.errors() + cli.out()).isZero();
        requireSame(run, ProjectFile.loadRun(Path.of(out)));
    }

    @Test
    void weightsAloneAskForAnExperiment() throws Exception {
        var _ = exported(new TorchWriter(), Planner.check(Presets.load("digits")).plan());
        String file = folder.resolve("generator.pt").toString();
        String out = folder.resolve("a.atelier").toString();
        assertThat(cli.run("import", file, "--out", out)).isEqualTo(1);
        assertThat(cli.errors()).contains("weights without layers");
        assertThat(cli.run("import", file, "--into", "mlp", "--out", out)).isEqualTo(1);
        assertThat(cli.out()).contains("The shape is [").contains("nothing was written");
    }

    private Checkpoint exported(ModelWriter writer, Plan plan) throws Exception {
        Checkpoint run = random(trainer.beginning(plan));
        Stream<PortableNetwork> networks =
                Stream.of(Side.values())
                        .map(side -> PortableNetwork.trained(plan, side, run, Weights.RAW));
        var examples = Examples.of(trainer, plan, run, Weights.RAW);
        writer.write(new Export(plan, networks.toList(), Optional.of(examples)), folder);
        return run;
    }

    /** Running statistics are not as they begin. */
    private static Checkpoint random(Checkpoint run) {
        var random = new Random(5);
        run.arrays()
                .forEach(
                        (name, values) -> {
                            for (int i = 0; i < values.length; i++) {
                                boolean weight = name.endsWith("weight");
                                values[i] = weight ? values[i] : random.nextFloat(0.5f, 1.5f);
                            }
                        });
        return run;
    }

    private void requireSame(Checkpoint run, Checkpoint read) {
        Experiment experiment = run.experiment();
        var noise = GeneratorInput.sampled(experiment, COUNT, 1);
        var images = new float[COUNT * (int) experiment.data().shape().size()];
        var random = new Random(9);
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat(-1, 1);
        }
        var judged = new ExactInput(Side.DISCRIMINATOR, COUNT, images, noise.labels());
        for (PlayerInput input : new PlayerInput[] {noise, judged}) {
            assertThat(compute(read, input))
                    .containsExactly(compute(run, input), within(TOLERANCE));
        }
    }

    private float[] compute(Checkpoint run, PlayerInput input) {
        Plan plan = Planner.check(run.experiment()).plan();
        return trainer.compute(plan, run, input, Weights.RAW).values();
    }
}
