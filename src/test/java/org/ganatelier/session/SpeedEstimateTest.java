package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.session.SpeedEstimate.Estimate;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/** When an experiment is tried out, and when what was found holds. */
class SpeedEstimateTest {
    private static final int IMAGES = 640;

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
                                            IMAGES,
                                            new Shape.Image(28, 28, 1),
                                            new byte[IMAGES * 28 * 28]),
                                    Optional.empty()),
                    new BundledScorers(new FakeClassifiers()),
                    new Workers(fx, background));

    @Test
    void aMinuteIsToldInPassesOverTheData() {
        trainer.tellSpeed(10);
        request();
        assertThat(estimate()).isEmpty();
        settle();
        request();
        // 600 batches of 64 are 60 passes over 640 images.
        assertThat(estimate()).contains(new Estimate(10, 60));
    }

    @Test
    void nothingIsTriedTwice() {
        trainer.tellSpeed(10);
        settle();
        request();
        request();
        assertThat(trainer.trials()).isEqualTo(1);
        edit(32);
        assertThat(estimate()).isEmpty();
        request();
        assertThat(trainer.trials()).isEqualTo(2);
        assertThat(estimate()).contains(new Estimate(10, 30));
    }

    @Test
    void whatIsEditedMeanwhileIsNotTold() {
        trainer.tellSpeed(10);
        settle();
        session.estimate().request();
        edit(32);
        settle();
        assertThat(estimate()).isEmpty();
    }

    @Test
    void aRunIsNotDisturbed() {
        trainer.tellSpeed(10);
        settle();
        request();
        session.training().train();
        settle();
        assertThat(estimate()).isEmpty();
        edit(32);
        request();
        assertThat(trainer.trials()).isEqualTo(1);
    }

    private void edit(int batch) {
        editor.edit(
                new EditName.ChangeField("training.batch", Map.of()),
                e -> e.withTraining(t -> t.withBatchSize(batch)));
    }

    private void request() {
        session.estimate().request();
        settle();
    }

    private Optional<Estimate> estimate() {
        return session.estimate().estimateProperty().get();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }

    private static Experiment experiment() {
        try {
            return Presets.load("mlp").withTraining(t -> t.withBatchSize(64).withTurns(1, 1));
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }
}
