package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.RandomStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What dropout does to a batch, as statistics. Seeds are fixed: nothing is left to chance. */
@ParameterizedClass
@EnumSource
class DropoutTest {
    private static final Shape.Image IMAGE = new Shape.Image(28, 28, 4);
    private static final int BATCH = 64;
    private static final int COUNT = BATCH * 28 * 28 * 4;

    /** Standard errors that a share or a mean may be off: 1 in 2 million by chance. */
    private static final double ERRORS = 5;

    /** Masks come from at least 16 random bits a value: so far off may a rate be. */
    private static final double GRANULARITY = 1.0 / (1 << 17);

    @Parameter private DropoutMasks masks = DropoutMasks.NEWEST;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private static NetworkPlan plan(double rate) {
        var alone = Nets.experiment(IMAGE, NetworkSpec.of(), dropout(rate));
        return Planner.check(alone).plan().discriminator();
    }

    private static NetworkSpec dropout(double rate) {
        return NetworkSpec.of(new Dropout(rate));
    }

    private Network network(double rate) {
        var network = new Network(plan(rate));
        network.drawMasks(masks);
        return network;
    }

    /** What comes out where 1 goes in everywhere. */
    private float[] ones(double rate, boolean training, long draw) {
        return ones(rate, training, draw, Order.CHANNELS_FIRST);
    }

    private float[] ones(double rate, boolean training, long draw, Order order) {
        try (var network = network(rate)) {
            Network.Chain chain = network.chain(BATCH);
            Arrays.fill(chain.input().heapToWrite(order), 1);
            chain.forward(training, () -> random(draw));
            return chain.output().heap().clone();
        }
    }

    private static RandomGenerator random(long draw) {
        return RandomStream.DROPOUT.draw(3, draw);
    }

    private static double dropped(float[] values) {
        double zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros / values.length;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
    void asManyValuesAreDroppedAsTheRateSays(double rate) {
        double error = Math.sqrt(rate * (1 - rate) / COUNT);
        assertThat(dropped(ones(rate, true, 0)))
                .isCloseTo(rate, Offset.offset(ERRORS * error + GRANULARITY));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
    void whatIsKeptIsScaledSoThatTheMeanStays(double rate) {
        float[] values = ones(rate, true, 0);
        float scale = (float) (1 / (1 - rate));
        assertThat(values).containsOnly(0, scale);
        double error = Math.sqrt(rate / (1 - rate) / COUNT);
        assertThat(mean(values)).isCloseTo(1, Offset.offset(ERRORS * error + scale * GRANULARITY));
    }

    @Test
    void aRateOfZeroKeepsEverything() {
        assertThat(ones(0, true, 0)).containsOnly(1);
    }

    @Test
    void nothingIsDroppedOutsideTraining() {
        assertThat(ones(0.5, false, 0)).containsOnly(1);
    }

    /** Were neighbours or samples dropped together, less noise would come in than was asked for. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 28, 28 * 28, 28 * 28 * 4})
    void whetherAValueIsDroppedSaysNothingOfAnother(int distance) {
        float[] values = ones(0.3, true, 0);
        double both = 0;
        for (int i = distance; i < values.length; i++) {
            both += values[i] == 0 && values[i - distance] == 0 ? 1 : 0;
        }
        int pairs = values.length - distance;
        double share = 0.3 * 0.3;
        // Each value is in two pairs, which at most doubles the variance of pairs of their own.
        double error = Math.sqrt(2 * share * (1 - share) / pairs);
        assertThat(both / pairs).isCloseTo(share, Offset.offset(ERRORS * error));
    }

    @Test
    void everyPassDropsOthersAndTheSameDrawTheSame() {
        assertThat(ones(0.5, true, 1)).isEqualTo(ones(0.5, true, 1));
        float[] first = ones(0.5, true, 1);
        float[] second = ones(0.5, true, 2);
        double both = 0;
        for (int i = 0; i < first.length; i++) {
            both += first[i] == 0 && second[i] == 0 ? 1 : 0;
        }
        double error = Math.sqrt(0.25 * 0.75 / COUNT);
        assertThat(both / COUNT).isCloseTo(0.25, Offset.offset(ERRORS * error));
    }

    @Test
    void theOrderInWhichImagesLieMakesNoDifference() {
        assertThat(ones(0.5, true, 1, Order.CHANNELS_LAST)).isEqualTo(ones(0.5, true, 1));
    }

    /** Were they alike, a saved run would go on with others than it had. */
    @Test
    void bothWaysDropOthers() {
        float[] ofThis = ones(0.5, true, 1);
        masks =
                switch (masks) {
                    case IN_TURN -> DropoutMasks.HASHED;
                    case HASHED -> DropoutMasks.IN_TURN;
                };
        assertThat(ones(0.5, true, 1)).isNotEqualTo(ofThis);
    }

    @Test
    void theGradientGoesWhereTheValuesWent() {
        try (var network = network(0.4)) {
            Network.Chain chain = network.chain(BATCH);
            Arrays.fill(chain.input().heapToWrite(), 1);
            chain.forward(true, () -> random(0));
            Arrays.fill(chain.outputGradient().heapToWrite(), 1);
            chain.backward(false, true);
            assertThat(chain.inputGradient().heap()).isEqualTo(chain.output().heap());
        }
    }
}
