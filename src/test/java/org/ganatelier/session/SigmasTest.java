package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Which layers' singular values are known, by the run's figures and the edits since. */
class SigmasTest {
    private static final Metrics.Sigma OF_G = new Metrics.Sigma(Side.GENERATOR, 0, 2.5);
    private static final Metrics.Sigma OF_D = new Metrics.Sigma(Side.DISCRIMINATOR, 1, 1.5);

    private final LaterSession later = new LaterSession();
    private final FakeTrainer trainer = later.trainer;
    private final ExperimentEditor editor = later.editor;
    private final Session session = later.session;

    @Test
    void theNewestStepsAreKnownUntilAReset() {
        assertThat(known()).isEmpty();
        later.train();
        assertThat(known()).isEmpty();
        measure(1, OF_G, OF_D);
        assertThat(known()).containsExactly(OF_G, OF_D);
        var newer = new Metrics.Sigma(Side.DISCRIMINATOR, 1, 1.6);
        measure(2, OF_G, newer);
        assertThat(known()).containsExactly(OF_G, newer);

        session.training().reset();
        assertThat(known()).isEmpty();
        later.settle();
        assertThat(known()).isEmpty();
    }

    @Test
    void anEditOfANetworkMakesItsOwnUnknownUntilItIsTakenBack() {
        later.train();
        measure(1, OF_G, OF_D);
        editor.edit(
                new EditName.AddLayer("Flatten"),
                e -> e.withNetwork(Side.DISCRIMINATOR, n -> n.withInserted(1, new Dropout(0.3))));
        assertThat(known()).containsExactly(OF_G);
        measure(2, OF_G, OF_D);
        assertThat(known()).containsExactly(OF_G);
        editor.undo();
        assertThat(known()).containsExactly(OF_G, OF_D);
    }

    @Test
    void aValueThatMayChangeInARunLeavesThemKnown() {
        later.train();
        measure(1, OF_G, OF_D);
        editor.edit(
                new EditName.ChangeField("optimizer.updates", Map.of()),
                e -> e.withTraining(t -> t.withTurns(3, 1)));
        assertThat(known()).containsExactly(OF_G, OF_D);
    }

    private List<Metrics.Sigma> known() {
        return session.sigmas().knownProperty().get();
    }

    private void measure(long step, Metrics.Sigma... sigmas) {
        trainer.run().measure(step, sigmas);
        later.settle();
    }
}
