package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a run says of the weights that are divided by their largest singular value. The weights are
 * orthogonal, so that every singular value is 1. The time-out only ends a test that hangs.
 */
@Timeout(120)
class SigmaReportTest {
    /** Sums of some hundred float32 products. */
    private static final Offset<Double> ROUNDING = Offset.offset(1e-5);

    private static Experiment experiment;
    private static Dataset digits;

    private final List<Metrics> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void readDigits() throws Exception {
        experiment =
                Presets.load("mlp")
                        .withTraining(t -> t.withBatchSize(8))
                        .withNetwork(
                                Side.DISCRIMINATOR,
                                n -> n.withInitialization(Initialization.ORTHOGONAL));
        digits = Datasets.open(experiment.data());
    }

    private static Experiment normalized(Experiment plain, int... layers) {
        Experiment result = plain;
        for (int i : layers) {
            var dense = (Dense) plain.discriminator().layers().get(i);
            result =
                    result.withNetwork(
                            Side.DISCRIMINATOR,
                            n -> n.withReplaced(i, dense.withSpectralNorm(true)));
        }
        return result;
    }

    /** What the run is like after G's half of a step, in which D stays as it was. */
    private Checkpoint afterGeneratorsStep(Plan plan, Optional<Checkpoint> from) throws Exception {
        Run run =
                new EngineTrainer()
                        .start(plan, digits, from, RunOptions.live().startingPaused(), this::hear);
        try {
            run.step(Run.Turn.GENERATOR);
            return run.checkpoint().get();
        } finally {
            run.close();
        }
    }

    private void hear(RunEvent event) {
        if (event instanceof RunEvent.Measured(_, Metrics metrics)) {
            told.add(metrics);
        }
    }

    @Test
    void everyStepTellsTheLargestSingularValuesOfTheLayersThatAreNormalized() throws Exception {
        Plan plan = Nets.ready(normalized(experiment, 1, 3));
        Checkpoint learnt = afterGeneratorsStep(plan, Optional.empty());
        assertThat(told).hasSize(1);
        assertSigmas(told.getFirst(), new int[] {1, 3}, 1, 1);

        afterGeneratorsStep(plan, Optional.of(scaled(learnt, "discriminator.3.weight", 3)));
        assertThat(told).hasSize(2);
        assertSigmas(told.getLast(), new int[] {1, 3}, 1, 3);
    }

    @Test
    void withoutSuchLayersThereIsNothingToTell() throws Exception {
        afterGeneratorsStep(Nets.ready(experiment), Optional.empty());
        assertThat(told)
                .singleElement()
                .satisfies(metrics -> assertThat(metrics.sigmas()).isEmpty());
    }

    private static void assertSigmas(Metrics metrics, int[] layers, double... values) {
        List<Metrics.Sigma> sigmas = new ArrayList<>(metrics.sigmas());
        assertThat(sigmas).hasSize(layers.length);
        for (int i = 0; i < layers.length; i++) {
            assertThat(sigmas.get(i).side()).isEqualTo(Side.DISCRIMINATOR);
            assertThat(sigmas.get(i).layer()).isEqualTo(layers[i]);
            assertThat(sigmas.get(i).value()).isCloseTo(values[i], ROUNDING);
        }
    }

    private static Checkpoint scaled(Checkpoint from, String name, float factor) {
        var arrays = new LinkedHashMap<>(from.arrays());
        float[] weights = Objects.requireNonNull(arrays.get(name)).clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
        arrays.put(name, weights);
        return new Checkpoint(
                from.experiment(),
                from.step(),
                from.seconds(),
                arrays,
                from.counters(),
                from.interventions(),
                from.threads());
    }
}
