package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What ONNX Runtime computes of our models is what the engine computes. */
final class OnnxLayersTest {
    /** Both sides round to float32 in sums of up to some hundred terms of about 1. */
    private static final double TOLERANCE = 1e-5;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static Stream<StackCases.Case> cases() {
        return StackCases.all();
    }

    @Test
    void everyKindOfLayerIsTried() {
        List<Class<?>> tried = new ArrayList<>();
        cases().forEach(each -> each.layers().forEach(layer -> tried.add(layer.getClass())));
        assertThat(LayerSpec.kinds())
                .allSatisfy(kind -> assertThat(tried).contains(kind.usual().getClass()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onnxRuntimeComputesWhatTheEngineComputes(StackCases.Case example) throws Exception {
        try (var network = RandomNetwork.of(example.input(), example.layers())) {
            compare(network);
        }
    }

    static Stream<StackCases.Case> beyond() {
        return StackCases.beyond();
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void outputPaddingWithoutAPlaceIsRefusedByName(StackCases.Case example) {
        try (var network = RandomNetwork.of(example.input(), example.layers())) {
            assertThat(OnnxWriter.lacking(network.portable, network.portable.layers().getFirst()))
                    .contains("outputPadding");
        }
    }

    static Stream<Experiment> presets() {
        // The article's model has faults on purpose: there is nothing to export.
        return Presets.names().stream()
                .filter(name -> !name.equals("article"))
                .map(OnnxLayersTest::preset);
    }

    private static Experiment preset(String name) {
        try {
            return Presets.load(name);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void bothNetworksOfEveryPresetGiveTheSame(Experiment preset) throws Exception {
        compare(preset);
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void labelsReachTheNetworksInEveryWay(Conditioning conditioning) throws Exception {
        compare(Presets.load("digits").withConditioning(conditioning));
        compare(Presets.load("dcgan").withConditioning(conditioning));
    }

    private static void compare(Experiment experiment) throws Exception {
        Plan plan = Nets.ready(experiment);
        for (Side side : Side.values()) {
            try (var network = new RandomNetwork(plan, side)) {
                compare(network);
            }
        }
    }

    private static void compare(RandomNetwork network) throws Exception {
        try (var runtime = new OnnxRuntime(network.portable)) {
            for (int batch : new int[] {1, 3, 16}) {
                float[] samples = network.samples(batch);
                byte[] labels = network.labels(batch);
                float[] expected = network.compute(samples, labels);
                float[] actual = runtime.compute(samples, labels);
                Differences.assertClose(actual, expected, TOLERANCE);
            }
        }
    }
}
