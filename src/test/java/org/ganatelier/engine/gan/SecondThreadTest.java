package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A second thread makes steps faster, and no number another. */
class SecondThreadTest {
    private static final int CHECKS_BEFORE_LEAVING = 7;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private static Game game(Plan plan, SideWork beside) throws Exception {
        Dataset data = Datasets.open(plan.experiment().data());
        return new Game(plan, data, Profile.off(), beside);
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.engine.gan.Games#names")
    void noBitIsAnotherWithASecondThread(String name) throws Exception {
        Plan plan = Nets.ready(Games.experiment(name));
        try (Game alone = game(plan, SideWork.alone());
                Game helped = game(plan, SideWork.withSecondThread())) {
            for (Turn turn : List.of(Turn.BOTH, Turn.BOTH, Turn.DISCRIMINATOR, Turn.GENERATOR)) {
                assertThat(helped.step(turn)).isEqualTo(alone.step(turn));
                assertThat(helped.sigmas()).isEqualTo(alone.sigmas());
            }
            assertThat(helped.step(Turn.BOTH)).isEqualTo(alone.step(Turn.BOTH));
            assertSame(helped, alone);
        }
    }

    /** Each way of drawing is also that of the D which judges real images beside. */
    @ParameterizedTest
    @EnumSource
    void noDropoutIsAnotherWithASecondThread(DropoutMasks masks) throws Exception {
        Experiment statistics = Games.experiment("batch statistics");
        Plan plan =
                Nets.ready(
                        statistics.withNetwork(
                                Side.DISCRIMINATOR, d -> d.withInserted(1, new Dropout(0.3))));
        try (Game alone = game(plan, SideWork.alone());
                Game helped = game(plan, SideWork.withSecondThread())) {
            alone.drawMasks(masks);
            helped.drawMasks(masks);
            assertThat(helped.step(Turn.BOTH)).isEqualTo(alone.step(Turn.BOTH));
            assertSame(helped, alone);
        }
    }

    private static void assertSame(Game actual, Game expected) {
        assertThat(actual.counters()).isEqualTo(expected.counters());
        Map<String, float[]> arrays = expected.arrays();
        assertThat(actual.arrays()).containsOnlyKeys(arrays.keySet());
        actual.arrays()
                .forEach((key, values) -> assertThat(values).as(key).isEqualTo(arrays.get(key)));
    }

    /** What was ordered is over when a step has been left, so that another may begin. */
    @Test
    void aStepThatIsLeftDisturbsNoOther() throws Exception {
        Plan plan = Nets.ready(Games.experiment("batch statistics"));
        try (Game alone = game(plan, SideWork.alone());
                Game helped = game(plan, SideWork.withSecondThread())) {
            alone.step(Turn.BOTH);
            helped.step(Turn.BOTH);
            Map<String, float[]> before = new HashMap<>();
            helped.arrays().forEach((key, values) -> before.put(key, values.clone()));
            Map<String, Long> counters = Map.copyOf(helped.counters());
            for (int checks = 1; checks <= CHECKS_BEFORE_LEAVING; checks++) {
                var left = new AtomicInteger(checks);
                assertThatThrownBy(
                                () ->
                                        Leaving.during(
                                                () -> left.decrementAndGet() < 0,
                                                () -> helped.step(Turn.BOTH)))
                        .isInstanceOf(Leaving.LeftException.class);
                helped.restore(before, counters);
            }
            assertThat(helped.step(Turn.BOTH)).isEqualTo(alone.step(Turn.BOTH));
            assertSame(helped, alone);
        }
    }
}
