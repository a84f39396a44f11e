package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.util.Subscription;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Inspection;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Who looks inside a run, and what of it is kept. */
class InsightTest {
    private static final Place.Layer LAST_OF_D = new Place.Layer(Side.DISCRIMINATOR, 1);

    private final LaterSession later = new LaterSession();
    private final FakeTrainer trainer = later.trainer;
    private final ExperimentEditor editor = later.editor;
    private final Session session = later.session;
    private final Insight insight = session.insight();

    @Test
    void aRunIsInspectedOnlyWhileSomebodyWatches() {
        later.train();
        assertThat(trainer.run().inspector()).isEmpty();
        Subscription first = insight.watch();
        Subscription second = insight.watch();
        assertThat(trainer.run().inspector()).isPresent();
        first.unsubscribe();
        assertThat(trainer.run().inspector()).isPresent();
        second.unsubscribe();
        assertThat(trainer.run().inspector()).isEmpty();
    }

    @Test
    void whoWatchesBeforeTheRunSeesItsSteps() {
        Subscription _ = insight.watch();
        later.train();
        tell(1);
        tell(2);
        assertThat(steps()).containsExactly(1L, 2L);
    }

    @Test
    void anotherRunBeginsWithNothing() {
        Subscription _ = insight.watch();
        later.train();
        tell(1);
        var before = trainer.run();
        session.training().reset();
        later.settle();
        assertThat(steps()).isEmpty();
        assertThat(before.inspector()).isEmpty();
        tell(1);
        assertThat(steps()).containsExactly(1L);
    }

    @Test
    void theOldestAndTheNewestStayHoweverManyThereAre() {
        Subscription _ = insight.watch();
        later.train();
        for (int step = 1; step <= 2_000; step++) {
            tell(step);
        }
        assertThat(steps()).hasSizeBetween(200, 400).startsWith(1L).endsWith(2_000L).isSorted();
    }

    @Test
    void aLayerThatWasEditedIsNotInTheRun() {
        assertThat(insight.layer(LAST_OF_D)).isEmpty();
        later.train();
        assertThat(insight.layer(LAST_OF_D)).isPresent();
        editor.edit(
                new EditName.AddLayer("Dropout"),
                e -> e.withNetwork(Side.DISCRIMINATOR, n -> n.withInserted(1, new Dropout(0.3))));
        assertThat(insight.layer(LAST_OF_D)).isEmpty();
        assertThat(insight.layer(new Place.Layer(Side.GENERATOR, 0))).isPresent();
    }

    @Test
    void gIsAskedAboutTheNoiseOfTheImage() {
        later.train();
        var asked = (GeneratorInput) insight.input(Side.GENERATOR, true, 5).orElseThrow();
        float[] all = GeneratorInput.preview(Documents.preset("mlp"), 64).noise();
        int size = Documents.preset("mlp").latentSize();
        assertThat(asked.count()).isEqualTo(1);
        assertThat(asked.noise()).hasSize(size);
        assertThat(asked.noise()[0]).isEqualTo(all[5 * size]);
        assertThat(insight.input(Side.GENERATOR, false, 64)).isEmpty();
    }

    @Test
    void dLooksAtRealAndAtGeneratedImages() {
        later.train();
        assertThat(insight.input(Side.DISCRIMINATOR, true, 63)).isPresent();
        assertThat(insight.input(Side.DISCRIMINATOR, true, 64)).isEmpty();
        assertThat(insight.input(Side.DISCRIMINATOR, false, 0)).isEmpty();
        trainer.run().paintPreview(1, 200);
        later.settle();
        var values = new float[28 * 28];
        insight.input(Side.DISCRIMINATOR, false, 0).orElseThrow().read(0, values, 0);
        assertThat(values[0]).isEqualTo(Images.toValue((byte) 200));
    }

    private void tell(long step) {
        trainer.run().inspector().orElseThrow().accept(new Inspection(step, List.of()));
        later.settle();
    }

    private List<Long> steps() {
        return insight.inspections().stream().map(Inspection::step).toList();
    }
}
