package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was written is read as it was. */
final class OnnxRoundTripTest {
    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static Stream<StackCases.Case> cases() {
        return StackCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLayerComesBackWithItsNumbers(StackCases.Case example) throws Exception {
        try (var network = RandomNetwork.of(example.input(), example.layers())) {
            if (leavesNothing(example.layers())) {
                return;
            }
            Imported read = read(network.portable);
            assertSame(read.stacks().getFirst(), network.portable);
            assertThat(read.remarks())
                    .noneSatisfy(
                            each ->
                                    assertThat(each.fact())
                                            .isInstanceOfAny(
                                                    Remark.Fact.Unknown.class,
                                                    Remark.Fact.Unable.class));
        }
    }

    private static boolean leavesNothing(List<LayerSpec> layers) {
        return layers.stream().flatMap(OnnxRoundTripTest::asWritten).findAny().isEmpty();
    }

    static Stream<Experiment> presets() {
        return OnnxLayersTest.presets();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetComesBack(Experiment preset) throws Exception {
        comesBack(preset);
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void theTrunkOfAConditionalNetworkComesBack(Conditioning conditioning) throws Exception {
        comesBack(Presets.load("digits").withConditioning(conditioning));
    }

    private static void comesBack(Experiment experiment) throws Exception {
        Plan plan = Nets.ready(experiment);
        for (Side side : Side.values()) {
            try (var network = new RandomNetwork(plan, side)) {
                Imported read = read(network.portable);
                assertSame(read.stacks().getFirst(), network.portable);
                boolean told = !(plan.network(side).labels() instanceof LabelUse.None);
                assertThat(
                                read.remarks().stream()
                                        .anyMatch(r -> r.fact() instanceof Remark.Fact.Unknown))
                        .isEqualTo(told);
            }
        }
    }

    private static Imported read(PortableNetwork network) throws Exception {
        byte[] bytes = NetworkGraph.of(network).toByteArray();
        return OnnxReader.of(OnnxFile.read(CodedInputStream.newInstance(bytes)), "read");
    }

    private static void assertSame(ImportedStack read, PortableNetwork network) {
        assertThat(read.input()).contains(network.plan().input());
        List<PortableLayer> kept =
                network.layers().stream()
                        .filter(layer -> asWritten(layer.spec()).findAny().isPresent())
                        .toList();
        assertThat(read.layers())
                .isEqualTo(kept.stream().flatMap(layer -> asWritten(layer.spec())).toList());
        for (int i = 0; i < kept.size(); i++) {
            for (Map.Entry<String, float[]> array : kept.get(i).arrays().entrySet()) {
                // The classes' vectors stand beside the stack.
                if (!array.getKey().equals("embedding")) {
                    assertThat(read.arrays().get(i).get(array.getKey()))
                            .as("%s of layer %d", array.getKey(), i)
                            .isEqualTo(array.getValue());
                }
            }
        }
    }

    /** Spectral normalization is divided in; what does nothing at inference leaves no trace. */
    private static Stream<LayerSpec> asWritten(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> Stream.of(dense.withSpectralNorm(false));
            case Conv2D conv -> Stream.of(conv.withSpectralNorm(false));
            case Conv2DTranspose conv -> Stream.of(conv.withSpectralNorm(false));
            case GaussianNoise _ -> Stream.empty();
            case Activate(Activation.Linear _) -> Stream.empty();
            default -> Stream.of(layer);
        };
    }
}
