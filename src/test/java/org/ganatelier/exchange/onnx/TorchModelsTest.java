package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Network;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Models that PyTorch 1.13.1 wrote, of its own layers: see src/test/python/make_onnx_fixtures.py.
 */
final class TorchModelsTest {
    private static final double TOLERANCE = 1e-5;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @ParameterizedTest
    @CsvSource({"torch-generator, 12", "torch-discriminator, 10", "torch-pooled, 3"})
    void theEngineComputesWhatOnnxRuntimeComputesOfTheFile(String name, int layers)
            throws Exception {
        Path file =
                Path.of(
                        Objects.requireNonNull(
                                        TorchModelsTest.class.getResource(
                                                "/fixtures/" + name + ".onnx"))
                                .toURI());
        Imported read = OnnxReader.read(file);
        assertThat(read.remarks())
                .noneMatch(each -> each.fact() instanceof Remark.Fact.Unknown)
                .noneMatch(each -> each.fact() instanceof Remark.Fact.Unable);
        ImportedStack stack = read.stacks().getFirst();
        assertThat(stack.name()).isEqualTo(name);
        assertThat(stack.layers()).hasSize(layers);

        int batch = 3;
        var samples = new float[batch * (int) stack.input().orElseThrow().size()];
        var random = new Random(5);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        Differences.assertClose(
                ours(stack, samples, batch),
                theirs(Files.readAllBytes(file), samples, dimensions(stack, batch)),
                TOLERANCE);
    }

    /** What the engine makes of a stack that was read. */
    static float[] ours(ImportedStack stack, float[] samples, int batch) {
        List<LayerSpec> layers = stack.layers();
        NetworkPlan plan =
                Planner.network(stack.input().orElseThrow(), NetworkSpec.of().withLayers(layers));
        try (var network = new Network(plan)) {
            for (Network.Named named : network.parameters()) {
                int dot = named.name().indexOf('.');
                Map<String, float[]> arrays =
                        stack.arrays().get(Integer.parseInt(named.name().substring(0, dot)));
                float[] values = Objects.requireNonNull(arrays.get(named.parameter().name()));
                float[] target = named.parameter().value().heapToWrite();
                assertThat(values).hasSameSizeAs(target);
                System.arraycopy(values, 0, target, 0, target.length);
            }
            Network.Chain chain = network.chain(batch);
            System.arraycopy(samples, 0, chain.input().heapToWrite(), 0, samples.length);
            chain.forward(
                    false,
                    () -> {
                        throw new AssertionError("Inference draws nothing");
                    });
            return chain.output().heap().clone();
        }
    }

    private static long[] dimensions(ImportedStack stack, int batch) {
        return switch (stack.input().orElseThrow()) {
            case Shape.Flat(int units) -> new long[] {batch, units};
            case Shape.Image(int height, int width, int channels) ->
                    new long[] {batch, channels, height, width};
        };
    }

    /** What ONNX Runtime makes of a model. */
    static float[] theirs(byte[] model, float[] samples, long... dimensions) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input =
                        OnnxTensor.createTensor(
                                environment, FloatBuffer.wrap(samples), dimensions);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var values = new float[output.remaining()];
            output.get(values);
            return values;
        }
    }
}
