package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which layers' singular values are known, by the run's figures and the edits since. */
class SigmasTest {
    private static final Metrics.Sigma OF_G = new Metrics.Sigma(Side.GENERATOR, 0, 2.5);
    private static final Metrics.Sigma OF_D = new Metrics.Sigma(Side.DISCRIMINATOR, 1, 1.5);

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final ExperimentEditor editor =
            new ExperimentEditor(experiment(), Planning.real(), new Workers(fx, background));
    private final Session session =
            new Session(
                    editor,
                    trainer,
                    _ ->
                            Dataset.of(
                                    new Images(
                                            64, new Shape.Image(28, 28, 1), new byte[64 * 28 * 28]),
                                    Optional.empty()),
                    new BundledScorers(new FakeClassifiers()),
                    new Workers(fx, background));

    @Test
    void theNewestStepsAreKnownUntilAReset() {
        assertThat(known()).isEmpty();
        train();
        assertThat(known()).isEmpty();
        measure(1, OF_G, OF_D);
        assertThat(known()).containsExactly(OF_G, OF_D);
        var later = new Metrics.Sigma(Side.DISCRIMINATOR, 1, 1.6);
        measure(2, OF_G, later);
        assertThat(known()).containsExactly(OF_G, later);

        session.training().reset();
        assertThat(known()).isEmpty();
        settle();
        assertThat(known()).isEmpty();
    }

    @Test
    void anEditOfANetworkMakesItsOwnUnknownUntilItIsTakenBack() {
        train();
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
        train();
        measure(1, OF_G, OF_D);
        editor.edit(
                new EditName.ChangeField("optimizer.updates", Map.of()),
                e -> e.withTraining(t -> t.withTurns(3, 1)));
        assertThat(known()).containsExactly(OF_G, OF_D);
    }

    private List<Metrics.Sigma> known() {
        return session.sigmas().knownProperty().get();
    }

    private void train() {
        session.training().train();
        settle();
    }

    private void measure(long step, Metrics.Sigma... sigmas) {
        trainer.run().measure(step, sigmas);
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }

    private static Experiment experiment() {
        try {
            return Presets.load("mlp");
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }
}
