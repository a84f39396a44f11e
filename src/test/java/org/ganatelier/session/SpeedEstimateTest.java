package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.session.SpeedEstimate.Estimate;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/** When an experiment is tried out, and when what was found holds. */
class SpeedEstimateTest {
    private static final int IMAGES = 640;

    private final LaterSession later =
            new LaterSession(
                    Documents.preset("mlp").withTraining(t -> t.withBatchSize(64).withTurns(1, 1)),
                    IMAGES);
    private final FakeTrainer trainer = later.trainer;
    private final ExperimentEditor editor = later.editor;
    private final Session session = later.session;

    @Test
    void aMinuteIsToldInPassesOverTheData() {
        trainer.tellSpeed(10);
        request();
        assertThat(estimate()).isEmpty();
        later.settle();
        request();
        // 600 batches of 64 are 60 passes over 640 images.
        assertThat(estimate()).contains(new Estimate(10, 60));
    }

    @Test
    void nothingIsTriedTwice() {
        trainer.tellSpeed(10);
        later.settle();
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
        later.settle();
        session.estimate().request();
        edit(32);
        later.settle();
        assertThat(estimate()).isEmpty();
    }

    @Test
    void aRunIsNotDisturbed() {
        trainer.tellSpeed(10);
        later.settle();
        request();
        session.training().train();
        later.settle();
        assertThat(estimate()).isEmpty();
        edit(32);
        request();
        assertThat(trainer.trials()).isEqualTo(1);
    }

    @Test
    void otherLayersHaveAnotherSpeed() {
        trainer.tellSpeed(10);
        trainer.withStockLayers().tellSpeed(1);
        later.settle();
        request();
        session.stockLayersProperty().set(true);
        assertThat(estimate()).isEmpty();
        request();
        assertThat(estimate()).contains(new Estimate(1, 6));
    }

    @Test
    void theLayersThatAreChosenComputeTheNextRun() {
        session.stockLayersProperty().set(true);
        session.training().train();
        later.settle();
        assertThat(trainer.runs()).isEmpty();
        assertThat(trainer.withStockLayers().runs()).hasSize(1);
    }

    private void edit(int batch) {
        editor.edit(
                new EditName.ChangeField("training.batch", Map.of()),
                e -> e.withTraining(t -> t.withBatchSize(batch)));
    }

    private void request() {
        session.estimate().request();
        later.settle();
    }

    private Optional<Estimate> estimate() {
        return session.estimate().estimateProperty().get();
    }
}
