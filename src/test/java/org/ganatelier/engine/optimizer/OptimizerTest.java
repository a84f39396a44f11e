package org.ganatelier.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.OptimizerSpec.Kind;
import org.ganatelier.experiment.Schedule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** Updates of three weights, in two arrays, by known gradients. */
class OptimizerTest {
    /** Of weights about 1: ten updates in float32. */
    private static final double ROUNDING = 2e-6;

    private final Memory memory = new Memory();
    private final Parameter w = parameter("w", 1.5f, -0.8f);
    private final Parameter v = parameter("v", 0.3f);
    private final List<Parameter> all = List.of(w, v);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @AfterEach
    void free() {
        memory.close();
    }

    private Parameter parameter(String name, float... values) {
        Tensor value = memory.tensor(values.length);
        System.arraycopy(values, 0, value.heapToWrite(), 0, values.length);
        return new Parameter(name, value, memory.tensor(values.length), true);
    }

    /** Of (w0 - 3)^2 / 2 + 2 (w1 + 1)^2 + w0 w1 / 2 + (v - 1)^4. */
    private void computeGradients() {
        float w0 = w.value().heap()[0];
        float w1 = w.value().heap()[1];
        float offset = v.value().heap()[0] - 1;
        float[] g = w.gradient().heapToWrite();
        g[0] = w0 - 3 + w1 / 2;
        g[1] = 4 * (w1 + 1) + w0 / 2;
        v.gradient().heapToWrite()[0] = 4 * offset * offset * offset;
    }

    /** See src/test/python/make_objective_fixtures.py. */
    @ParameterizedTest
    @CsvFileSource(resources = "/fixtures/optimizers.csv")
    void tenUpdatesAreThoseOfPyTorch(
            Kind kind,
            double beta1,
            double beta2,
            double weightDecay,
            double clipNorm,
            double w0,
            double w1,
            double v0) {
        var spec =
                new OptimizerSpec(
                        kind,
                        0.05,
                        beta1,
                        beta2,
                        weightDecay,
                        clipNorm,
                        new Schedule(Schedule.Kind.LINEAR, 20, 0));
        var optimizer = Optimizer.of(kind, all);
        for (int t = 0; t < 10; t++) {
            computeGradients();
            optimizer.update(spec, spec.rateAt(t));
        }
        assertThat(optimizer.updates()).isEqualTo(10);
        assertThat((double) w.value().heap()[0]).isEqualTo(w0, within(ROUNDING));
        assertThat((double) w.value().heap()[1]).isEqualTo(w1, within(ROUNDING));
        assertThat((double) v.value().heap()[0]).isEqualTo(v0, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyRuleFindsTheLowestPlace(Kind kind) {
        // With weights of their own: w0 = 56/15, w1 = -22/15 solve both linear equations.
        var spec =
                new OptimizerSpec(0.05, 0.5, 0.9)
                        .withKind(kind)
                        .withSchedule(new Schedule(Schedule.Kind.COSINE, 2000, 0));
        var optimizer = Optimizer.of(kind, all);
        for (int t = 0; t < 2000; t++) {
            computeGradients();
            optimizer.update(spec, spec.rateAt(t));
        }
        assertThat((double) w.value().heap()[0]).isEqualTo(56 / 15.0, within(1e-3));
        assertThat((double) w.value().heap()[1]).isEqualTo(-22 / 15.0, within(1e-3));
        // Flat as the fourth power there.
        assertThat((double) v.value().heap()[0]).isEqualTo(1, within(0.1));
    }

    @Test
    void gradientsShorterThanTheLimitAreLeftAlone() {
        var sgd = new OptimizerSpec(1, 0, 0).withKind(Kind.SGD);
        w.gradient().heapToWrite()[0] = 3;
        v.gradient().heapToWrite()[0] = 4;
        w.gradient().heapToWrite()[1] = 0;
        Optimizer.of(Kind.SGD, all).update(sgd.withClipNorm(5), 1);

        assertThat(w.value().heap()[0]).isEqualTo(1.5f - 3);
        assertThat(v.value().heap()[0]).isEqualTo(0.3f - 4);
    }

    @Test
    void theLengthOfAGradientIsThatOfAllArraysTogether() {
        var sgd = new OptimizerSpec(1, 0, 0).withKind(Kind.SGD);
        w.gradient().heapToWrite()[0] = 3;
        v.gradient().heapToWrite()[0] = 4;
        w.gradient().heapToWrite()[1] = 0;
        Optimizer.of(Kind.SGD, all).update(sgd.withClipNorm(0.5), 1);

        assertThat((double) w.value().heap()[0]).isEqualTo(1.5 - 0.3, within(ROUNDING));
        assertThat((double) v.value().heap()[0]).isEqualTo(0.3 - 0.4, within(ROUNDING));
    }
}
