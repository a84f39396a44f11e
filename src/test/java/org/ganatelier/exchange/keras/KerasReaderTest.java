package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was written is read again: the same layers, the same numbers. */
class KerasReaderTest {
    @TempDir Path folder;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static Stream<LayerZoo.Case> zoo() {
        return LayerZoo.all();
    }

    static List<String> presets() {
        return Presets.names().stream().filter(name -> !name.equals("article")).toList();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void aLayerComesBack(LayerZoo.Case example) throws Exception {
        assertComesBack(TestNetwork.of(example.input(), example.net()).network());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void bothNetworksOfAPresetComeBack(String preset) throws Exception {
        for (Side side : Side.values()) {
            assertComesBack(TestNetwork.of(Presets.load(preset), side, 1).network());
        }
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void networksThatAreToldLabelsComeBack(Conditioning conditioning) throws Exception {
        Experiment digits =
                Presets.load("digits-conditional")
                        .withConditioning(conditioning)
                        .withNetwork(
                                Side.DISCRIMINATOR,
                                net -> net.withInserted(1, new MinibatchStdDev(2)));
        for (Side side : Side.values()) {
            assertComesBack(TestNetwork.of(digits, side, 4).network());
        }
    }

    @Test
    void theWayOfTheLabelsIsTold() throws Exception {
        Experiment digits =
                Presets.load("digits-conditional").withConditioning(Conditioning.PROJECTION);
        assertThat(facts(TestNetwork.of(digits, Side.DISCRIMINATOR, 1).network()))
                .contains(new Fact.LabelsProjected("Add"));
        assertThat(facts(TestNetwork.of(digits, Side.GENERATOR, 1).network()))
                .contains(new Fact.LabelsJoined("Concatenate"));
    }

    private List<Fact> facts(PortableNetwork network) throws Exception {
        Path file = folder.resolve("network.h5");
        KerasH5.write(KerasModel.of(network, KerasDialect.KERAS_2), file);
        return KerasReader.read(file).remarks().stream().map(remark -> remark.fact()).toList();
    }

    private void assertComesBack(PortableNetwork network) throws Exception {
        assertSame(
                network,
                KerasReader.read(KerasArchive.bytes(KerasModel.of(network, KerasDialect.KERAS_3))));
        if (KerasObstacles.of(network, KerasDialect.KERAS_2, ModelFormat.KERAS).isEmpty()) {
            assertSame(
                    network,
                    KerasReader.read(KerasH5.bytes(KerasModel.of(network, KerasDialect.KERAS_2))));
        }
    }

    private static void assertSame(PortableNetwork network, Imported imported) {
        assertThat(imported.remarks())
                .noneMatch(
                        remark ->
                                switch (remark.fact()) {
                                    case Fact.Became _,
                                            Fact.LabelsJoined _,
                                            Fact.LabelsProjected _ ->
                                            false;
                                    default -> true;
                                });
        ImportedStack stack = imported.stacks().getFirst();
        assertThat(stack.input()).contains(network.inputWithoutLabel());
        assertThat(stack.layers()).hasSameSizeAs(network.layers());
        for (PortableLayer layer : network.layers()) {
            LayerSpec read = stack.layers().get(layer.index());
            assertThat(describe(read)).isEqualTo(describe(layer.spec()));
            assertThat(stack.arrays().get(layer.index()).keySet())
                    .isEqualTo(layer.arrays().keySet());
            layer.arrays()
                    .forEach(
                            (name, values) ->
                                    assertThat(stack.arrays().get(layer.index()).get(name))
                                            .as(name)
                                            .isEqualTo(values));
        }
    }

    /**
     * Files have no spectral normalization of their own, pool explicitly only where that is "same",
     * and tell a transposed convolution by what it cuts off.
     */
    private static LayerSpec describe(LayerSpec layer) {
        return switch (layer) {
            case Dense dense -> dense.withSpectralNorm(false);
            case Conv2D conv -> conv.withSpectralNorm(false);
            case MaxPool pool -> likeSame(pool);
            case AveragePool pool -> likeSame(pool);
            case Conv2DTranspose conv
                    when conv.outputPadding() > 0 || conv.padding() instanceof Padding.Explicit -> {
                int size = conv.kernel() - 2 * conv.cropped() + conv.outputPadding();
                int made =
                        switch (conv.padding()) {
                            case Padding.Same _ -> conv.stride() + conv.outputPadding();
                            case Padding.Valid _ ->
                                    Math.max(conv.kernel(), conv.stride()) + conv.outputPadding();
                            case Padding.Explicit _ -> size;
                        };
                // The side of what it makes of a single pixel.
                yield conv.withSpectralNorm(false)
                        .withWindow(conv.window().withPadding(new Padding.Explicit(conv.cropped())))
                        .withOutputPadding(made);
            }
            case Conv2DTranspose conv -> conv.withSpectralNorm(false);
            default -> layer;
        };
    }

    private static LayerSpec likeSame(Windowed pool) {
        return pool.window().padding() instanceof Padding.Explicit
                ? pool.withWindow(pool.window().withPadding(Padding.SAME))
                : (LayerSpec) pool;
    }
}
