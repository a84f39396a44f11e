package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.project.Presets;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/** Who asks for a state of a run gets one, and the run keeps none of those it gave away. */
final class StateRequestsTest {
    private final StateRequests requests = new StateRequests();

    @Test
    void whoeverIsAnsweredIsForgotten() throws Exception {
        var first = requests.add();
        var second = requests.add();
        first.complete(state(1));
        assertThat(requests.count()).isEqualTo(1);
        second.complete(state(2));
        assertThat(requests.count()).isZero();
    }

    @Test
    void theEndAnswersAllWithTheLastGoodState() throws Exception {
        Checkpoint last = state(7);
        var before = requests.add();
        requests.end(Optional.of(last));
        assertThat(before.get()).isSameAs(last);
        assertThat(requests.add().get()).isSameAs(last);
        assertThat(requests.count()).isZero();
    }

    @Test
    void withoutAGoodStateThereIsNothingToSave() {
        requests.end(Optional.empty());
        assertThatThrownBy(() -> requests.add().get()).hasCauseInstanceOf(EngineException.class);
    }

    private static Checkpoint state(long step) throws Exception {
        return new Checkpoint(Presets.load("mlp"), step, (double) step, Map.of(), Map.of());
    }
}
