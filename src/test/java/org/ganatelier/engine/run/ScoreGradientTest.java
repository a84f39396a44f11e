package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.ReferenceNetwork;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the window shows as heat: the gradient of D's logit by the pixels of real digits, after real
 * steps, against a difference quotient of the same discriminator in float64. The time-out only ends
 * a test that hangs.
 */
@Timeout(120)
class ScoreGradientTest {
    private static final int PIXELS = 28 * 28;
    private static final int STEPS = 20;
    private static final String PREFIX = "discriminator.";

    /** Central differences in float64: rounding stays below 1e-9. */
    private static final double STEP = 1e-6;

    /** Of the largest: some hundred float32 roundings of 6e-8 in each sum. */
    private static final double TOLERANCE = 2e-5;

    /** Each image and pixel takes two slow passes; these touch all places of a stride. */
    private static final int[] IMAGES = {0, 2, 4};

    private static final int EVERY = 5;

    @Test
    void theHeatOfRealDigitsIsTheDifferenceQuotientOfTheTrainedDiscriminator() throws Exception {
        Plan plan = Nets.ready(Presets.load("digits-plain"));
        Dataset digits = Datasets.open(plan.experiment().data());
        var input = new DiscriminatorInput(digits.pick(0, 1000, 2000, 3000, 4000), new byte[0]);
        var over = new CompletableFuture<RunEvent.Ended>();
        Run run =
                new EngineTrainer()
                        .start(
                                plan,
                                digits,
                                Optional.empty(),
                                RunOptions.batch(
                                        OptionalLong.of(STEPS),
                                        Optional.empty(),
                                        OptionalInt.of(1)),
                                event -> {
                                    if (event instanceof RunEvent.Ended end) {
                                        over.complete(end);
                                    }
                                });
        try {
            over.get(60, TimeUnit.SECONDS);
            Checkpoint state = run.checkpoint().get(60, TimeUnit.SECONDS);
            assertThat(state.step()).isEqualTo(STEPS);
            float[] heat = answer(run, new Question.ScoreGradient(input));
            float[] logits = answer(run, new Question.Score(input));
            compare(plan, weights(state), input, heat, logits);
        } finally {
            run.close();
        }
    }

    private static void compare(
            Plan plan,
            Map<String, double[]> weights,
            DiscriminatorInput input,
            float[] heat,
            float[] logits) {
        var reference = ReferenceNetwork.inferring(plan.discriminator());
        assertThat(heat).hasSize(input.count() * PIXELS);
        for (int n : IMAGES) {
            double largest = 0;
            for (int i = 0; i < PIXELS; i++) {
                largest = Math.max(largest, Math.abs(heat[n * PIXELS + i]));
            }
            assertThat(largest).isPositive();
            double[] x = exact(input, n);
            assertThat((double) logits[n])
                    .isCloseTo(reference.forward(weights, x, 1)[0], within(1e-4));
            for (int i = n; i < PIXELS; i += EVERY) {
                assertThat((double) heat[n * PIXELS + i])
                        .as("pixel %d of image %d", i, n)
                        .isCloseTo(quotient(reference, weights, x, i), within(TOLERANCE * largest));
            }
        }
    }

    private static double quotient(
            ReferenceNetwork reference, Map<String, double[]> weights, double[] x, int pixel) {
        double kept = x[pixel];
        x[pixel] = kept + STEP;
        double above = reference.forward(weights, x, 1)[0];
        x[pixel] = kept - STEP;
        double below = reference.forward(weights, x, 1)[0];
        x[pixel] = kept;
        return (above - below) / (2 * STEP);
    }

    private static double[] exact(DiscriminatorInput input, int index) {
        var values = new float[PIXELS];
        input.read(index, values, 0);
        return exact(values);
    }

    private static double[] exact(float[] values) {
        var exact = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            exact[i] = values[i];
        }
        return exact;
    }

    /** D's weights and statistics, named as its layers name them. */
    private static Map<String, double[]> weights(Checkpoint state) {
        var weights = new HashMap<String, double[]>();
        state.arrays()
                .forEach(
                        (name, values) -> {
                            if (name.startsWith(PREFIX)) {
                                weights.put(name.substring(PREFIX.length()), exact(values));
                            }
                        });
        return weights;
    }

    private static <A> A answer(Run run, Question<A> question) throws Exception {
        var answer = new CompletableFuture<A>();
        run.ask(question, answer::complete);
        return answer.get(60, TimeUnit.SECONDS);
    }
}
