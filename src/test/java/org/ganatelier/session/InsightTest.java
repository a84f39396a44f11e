package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.util.Subscription;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Inspection;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Who looks inside a run, and what of it is kept. */
class InsightTest {
    private static final Place.Layer LAST_OF_D = new Place.Layer(Side.DISCRIMINATOR, 1);

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
    private final Insight insight = session.insight();

    @Test
    void aRunIsInspectedOnlyWhileSomebodyWatches() {
        train();
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
        train();
        tell(1);
        tell(2);
        assertThat(steps()).containsExactly(1L, 2L);
    }

    @Test
    void anotherRunBeginsWithNothing() {
        Subscription _ = insight.watch();
        train();
        tell(1);
        var before = trainer.run();
        session.training().reset();
        settle();
        assertThat(steps()).isEmpty();
        assertThat(before.inspector()).isEmpty();
        tell(1);
        assertThat(steps()).containsExactly(1L);
    }

    @Test
    void theOldestAndTheNewestStayHoweverManyThereAre() {
        Subscription _ = insight.watch();
        train();
        for (int step = 1; step <= 2_000; step++) {
            tell(step);
        }
        assertThat(steps()).hasSizeBetween(200, 400).startsWith(1L).endsWith(2_000L).isSorted();
    }

    @Test
    void aLayerThatWasEditedIsNotInTheRun() {
        assertThat(insight.layer(LAST_OF_D)).isEmpty();
        train();
        assertThat(insight.layer(LAST_OF_D)).isPresent();
        editor.edit(
                new EditName.AddLayer("Dropout"),
                e -> e.withNetwork(Side.DISCRIMINATOR, n -> n.withInserted(1, new Dropout(0.3))));
        assertThat(insight.layer(LAST_OF_D)).isEmpty();
        assertThat(insight.layer(new Place.Layer(Side.GENERATOR, 0))).isPresent();
    }

    @Test
    void gIsAskedAboutTheNoiseOfTheImage() {
        train();
        var asked = (GeneratorInput) insight.input(Side.GENERATOR, true, 5).orElseThrow();
        float[] all = GeneratorInput.preview(experiment(), 64).noise();
        int size = experiment().latentSize();
        assertThat(asked.count()).isEqualTo(1);
        assertThat(asked.noise()).hasSize(size);
        assertThat(asked.noise()[0]).isEqualTo(all[5 * size]);
        assertThat(insight.input(Side.GENERATOR, false, 64)).isEmpty();
    }

    @Test
    void dLooksAtRealAndAtGeneratedImages() {
        train();
        assertThat(insight.input(Side.DISCRIMINATOR, true, 63)).isPresent();
        assertThat(insight.input(Side.DISCRIMINATOR, true, 64)).isEmpty();
        assertThat(insight.input(Side.DISCRIMINATOR, false, 0)).isEmpty();
        trainer.run().paintPreview(1, 200);
        settle();
        var values = new float[28 * 28];
        insight.input(Side.DISCRIMINATOR, false, 0).orElseThrow().read(0, values, 0);
        assertThat(values[0]).isEqualTo(Images.toValue((byte) 200));
    }

    private void train() {
        session.training().train();
        settle();
    }

    private void tell(long step) {
        trainer.run().inspector().orElseThrow().accept(new Inspection(step, List.of()));
        settle();
    }

    private List<Long> steps() {
        return insight.inspections().stream().map(Inspection::step).toList();
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
