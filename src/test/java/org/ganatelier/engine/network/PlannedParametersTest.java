package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The engine has the parameters that the plan counts, by name, order, shape and use. */
final class PlannedParametersTest {
    private static final Shape.Image IMAGE = new Shape.Image(6, 8, 4);
    private static final Activation LINEAR = new Activation.Linear();

    /** One of each kind, of weighted ones also with spectral normalization and without bias. */
    static List<LayerSpec> layers() {
        return List.of(
                new Flatten(),
                new Conv2D(5, 3, 2, Padding.SAME, true, LINEAR),
                new Conv2D(5, 3, 2, Padding.SAME, false, LINEAR),
                new Conv2D(5, 4, 2, Padding.VALID, true, LINEAR).withSpectralNorm(true),
                new Conv2DTranspose(5, 3, 2, Padding.SAME, true, LINEAR),
                new Conv2DTranspose(5, 4, 2, Padding.VALID, false, LINEAR).withSpectralNorm(true),
                new DepthwiseConv2D(1, 3, 2, Padding.SAME, true, LINEAR),
                new DepthwiseConv2D(3, 4, 1, Padding.VALID, false, LINEAR),
                new SeparableConv2D(5, 2, 3, 1, Padding.SAME, true, LINEAR),
                new SeparableConv2D(5, 1, 3, 2, Padding.SAME, false, LINEAR),
                new UpSampling2D(2),
                new PixelShuffle(2),
                new BatchNorm(0.9, 1e-3, new Activation.Tanh()),
                new LayerNorm(1e-3, LINEAR),
                new Activate(new Activation.ReLU()),
                new Dropout(0.5),
                new GaussianNoise(0.1),
                new MinibatchStdDev(4),
                new Reshape(new Shape.Flat(192)),
                new MaxPool(2, 2, Padding.VALID),
                new AveragePool(2, 2, Padding.VALID),
                new ZeroPadding2D(1, 0, 3, 2),
                new Cropping2D(1, 0, 3, 2),
                new GlobalMaxPool(),
                new PReLU(),
                new GlobalAveragePool());
    }

    static List<Dense> denseLayers() {
        var dense = new Dense(7, true, LINEAR);
        return List.of(dense, new Dense(7, false, LINEAR), dense.withSpectralNorm(true));
    }

    static List<String> presets() {
        return Presets.names();
    }

    @Test
    void noKindOfLayerIsForgotten() {
        var kinds = new ArrayList<Class<?>>(List.of(Dense.class));
        layers().forEach(layer -> kinds.add(layer.getClass()));
        assertThat(kinds).contains(LayerSpec.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerOfImagesHasThem(LayerSpec layer) {
        requireSame(Planner.network(IMAGE, NetworkSpec.of(layer)));
    }

    @ParameterizedTest
    @MethodSource("denseLayers")
    void aLayerOfVectorsHasThem(Dense layer) {
        requireSame(Planner.network(new Shape.Flat(9), NetworkSpec.of(layer)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetHasThem(String preset) throws ProjectException {
        Plan plan = Planner.check(Presets.load(preset)).plan();
        for (Side side : Side.values()) {
            requireSame(plan.network(side));
        }
    }

    @Test
    void theAxesOfWeightsAreTheEngines() {
        assertThat(weight(new Conv2D(5, 3, 1, Padding.SAME, true, LINEAR)))
                .isEqualTo(ParameterPlan.trained("weight", Axes.OUT_IN_ROWS_COLUMNS, 5, 4, 3, 3));
        assertThat(weight(new Conv2DTranspose(5, 3, 1, Padding.SAME, true, LINEAR)))
                .isEqualTo(ParameterPlan.trained("weight", Axes.IN_OUT_ROWS_COLUMNS, 4, 5, 3, 3));
    }

    private static ParameterPlan weight(LayerSpec layer) {
        NetworkPlan plan = Planner.network(IMAGE, NetworkSpec.of(layer));
        return plan.layers().getFirst().parameters().getFirst();
    }

    private static void requireSame(NetworkPlan plan) {
        var planned = new ArrayList<String>();
        for (int i = 0; i < plan.layers().size(); i++) {
            for (ParameterPlan each : plan.layers().get(i).parameters()) {
                long[] shape = each.shape().stream().mapToLong(Long::longValue).toArray();
                planned.add(i + "." + each.name() + Arrays.toString(shape) + each.trained());
            }
        }
        try (var network = new Network(plan)) {
            assertThat(network.parameters())
                    .extracting(
                            named ->
                                    named.name()
                                            + Arrays.toString(named.parameter().value().shape())
                                            + named.parameter().trained())
                    .containsExactlyElementsOf(planned);
            long numbers =
                    network.parameters().stream()
                            .mapToLong(named -> named.parameter().value().size())
                            .sum();
            assertThat(numbers).isEqualTo(plan.parameterCount());
        }
    }
}
