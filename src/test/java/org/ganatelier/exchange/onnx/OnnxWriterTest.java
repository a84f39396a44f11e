package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.model.Examples;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportException;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a user finds in the folder. */
final class OnnxWriterTest {
    private static final double TOLERANCE = 1e-5;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "digits-conditional", "points"})
    void theFilesGiveTheExamplesThatLieBesideThem(String preset) throws Exception {
        Plan plan = Nets.ready(Presets.load(preset));
        Export export = trained(plan);
        ExportTask.run(new OnnxWriter(), export, Optional.empty(), folder);
        assertThat(folder).isDirectoryContaining("glob:**/example_noise.npy");

        Examples examples = export.examples().orElseThrow();
        byte[] labels = examples.labels();
        try (var generator = runtime(export, Side.GENERATOR);
                var discriminator = runtime(export, Side.DISCRIMINATOR)) {
            Differences.assertClose(
                    generator.compute(examples.noise(), labels), examples.images(), TOLERANCE);
            Differences.assertClose(
                    discriminator.compute(examples.images(), labels), examples.scores(), TOLERANCE);
        }
        assertThat(Files.readString(folder.resolve("generate.py")))
                .contains("def check():", "LATENT = " + plan.experiment().latentSize());
    }

    private OnnxRuntime runtime(Export export, Side side) throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve(side.id() + ".onnx"));
        return new OnnxRuntime(export.network(side).orElseThrow(), bytes);
    }

    private static Export trained(Plan plan) {
        try (var generator = new RandomNetwork(plan, Side.GENERATOR);
                var discriminator = new RandomNetwork(plan, Side.DISCRIMINATOR)) {
            Checkpoint checkpoint = generator.with(discriminator);
            return new Export(
                    plan,
                    List.of(generator.portable, discriminator.portable),
                    Optional.of(Examples.of(new EngineTrainer(), plan, checkpoint, Weights.RAW)));
        }
    }

    @Test
    void onlyTheWantedNetworkIsWritten() throws Exception {
        Export both = trained(Nets.ready(Presets.load("points")));
        var one =
                new Export(
                        both.plan(),
                        List.of(both.network(Side.GENERATOR).orElseThrow()),
                        both.examples());
        ExportTask.run(new OnnxWriter(), one, Optional.empty(), folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .contains("generator.onnx", "generate.py")
                    .doesNotContain("discriminator.onnx");
        }
    }

    @Test
    void whatNobodyTrainedIsRefusedAndNothingIsWritten() throws Exception {
        Plan plan = Nets.ready(Presets.load("digits"));
        var export =
                new Export(
                        plan,
                        List.of(PortableNetwork.untrained(plan, Side.GENERATOR)),
                        Optional.empty());
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(
                        () -> ExportTask.run(new OnnxWriter(), export, Optional.empty(), folder))
                .satisfies(
                        e ->
                                assertThat(e.obstacles())
                                        .extracting(Obstacle::lack)
                                        .containsExactly(new Obstacle.Lack.Untrained()));
        assertThat(folder).isEmptyDirectory();
    }
}
