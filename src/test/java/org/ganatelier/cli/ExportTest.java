package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.exchange.model.ModelFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The command that writes models for other frameworks, with the real engine and a real run. */
final class ExportTest {
    private static final String EXAMPLES = "example_";

    @TempDir private static Path shared = Path.of("");
    @TempDir private Path folder = Path.of("");
    private final CliHarness cli = new CliHarness(new EngineTrainer());

    @BeforeAll
    static void trainAFewSteps() {
        train("digits-conditional", "run");
        train("digits", "unlabelled");
    }

    private static void train(String preset, String name) {
        var cli = new CliHarness(new EngineTrainer());
        cli.run(
                "train",
                "--preset=" + preset,
                "--steps=2",
                "--threads=1",
                "--set=training.batchSize=16",
                "--out=" + shared.resolve(name));
        assertThat(cli.errors()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private int export(String format, String... more) {
        var arguments =
                Stream.concat(
                        Stream.of("export", "--to=" + format, "--out=" + folder),
                        Arrays.stream(more));
        return cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void aRunIsWrittenWithCodeWeightsExamplesAndData() throws IOException {
        int code = export("pytorch", "--model=" + shared.resolve("run"));

        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(files())
                .containsExactly(
                        "data.npz",
                        "discriminator.pt",
                        "discriminator.safetensors",
                        "example_images.npy",
                        "example_labels.npy",
                        "example_noise.npy",
                        "example_scores.npy",
                        "generate.py",
                        "generator.pt",
                        "generator.safetensors",
                        "train.py");
    }

    @Test
    void anExperimentThatNobodyTrainedIsWrittenAsCode() throws IOException {
        assertThat(export("pytorch", "--model=mlp")).isEqualTo(ExitCode.DONE);
        assertThat(files()).containsExactly("data.npz", "generate.py", "train.py");
    }

    @Test
    void oneNetworkAloneIsNotTrained() throws IOException {
        assertThat(
                        export(
                                "pytorch",
                                "--model=" + shared.resolve("run/run.atelier"),
                                "--network=generator"))
                .isEqualTo(ExitCode.DONE);
        assertThat(files())
                .contains("generator.pt", "generate.py")
                .doesNotContain("discriminator.pt", "train.py", "data.npz");
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatIsWritten(ModelFormat format) throws IOException {
        int code = export(format.id(), "--model=" + shared.resolve("unlabelled"));

        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(files()).anyMatch(file -> file.startsWith("generator"));
    }

    @Test
    void examplesLieInTheFrameworksOwnOrder() throws IOException {
        assertThat(export("onnx", "--model=" + shared.resolve("run"))).isEqualTo(ExitCode.DONE);
        assertThat(header("images")).contains("'descr': '<f4'", "(16, 1, 28, 28)");
        assertThat(header("noise")).contains("(16, 10)");
        assertThat(header("labels")).contains("'descr': '<i4'", "(16,)");
        assertThat(header("scores")).contains("(16,)");
    }

    @Test
    void examplesAreMadeWithTheWeightsThatAreAskedFor() throws IOException {
        export("onnx", "--model=" + shared.resolve("run"));
        float[] averaged = values("images");
        export("onnx", "--model=" + shared.resolve("run"), "--raw");
        assertThat(values("images")).isNotEqualTo(averaged);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThat(export("caffe", "--model=mlp")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.errors()).contains("keras, pytorch, tensorflow, onnx, tfjs, safetensors");
        assertThat(export("onnx", "--model=mlp", "--network=neither")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatCannotBeTrainedIsNotExported() throws IOException {
        assertThat(export("pytorch", "--model=article")).isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).contains("Reshape");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileInTheFoldersPlaceStays() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        int code = cli.run("export", "--to=onnx", "--model=mlp", "--out=" + file);
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(file).hasContent("mine");
    }

    private String header(String name) throws IOException {
        byte[] all = Files.readAllBytes(folder.resolve(EXAMPLES + name + ".npy"));
        return new String(all, 0, 128, StandardCharsets.ISO_8859_1);
    }

    private float[] values(String name) throws IOException {
        byte[] all = Files.readAllBytes(folder.resolve(EXAMPLES + name + ".npy"));
        int start = 10 + ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        FloatBuffer floats =
                ByteBuffer.wrap(all, start, all.length - start)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        var values = new float[floats.remaining()];
        floats.get(values);
        return values;
    }
}
