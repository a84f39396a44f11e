package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

/** The run's D looks at the first pixel only: its logit is that pixel's value. */
class ImprovementTest {
    private static final Shape.Image SHAPE = new Shape.Image(28, 28, 1);
    private static final Images GREY = grey();

    /** A pixel is rounded to one of 255 steps from -1 to 1. */
    private static final float HALF_PIXEL = 1 / 255f;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final Workers workers = new Workers(fx, background);
    private final Session session =
            new Session(
                    new ExperimentEditor(
                            Documents.preset("digits-plain"), Planning.real(), workers),
                    new FakeTrainer(),
                    _ -> Dataset.of(GREY, Optional.empty()),
                    new BundledScorers(new FakeClassifiers()),
                    workers);

    @BeforeEach
    void start() {
        session.training().train();
        settle();
    }

    @Test
    void aStepMovesTheImageUpTheGradientByItsLength() {
        var improvement = new Improvement(session.eye(), GREY, new byte[0]);
        settle();
        assertThat(improvement.stagesProperty().get()).hasSize(1);
        improvement.step(0.01);
        assertThat(improvement.busyProperty().get()).isTrue();
        settle();

        Seen before = improvement.stagesProperty().get().getFirst();
        Seen after = improvement.stagesProperty().get().getLast();
        // One pixel takes the change of all 28 * 28: 0.01 of the range of 2, times 28.
        assertThat(after.logits()[0] - before.logits()[0]).isCloseTo(0.56f, within(HALF_PIXEL));
        byte[] pixels = Images.require(after.samples()).pixels();
        for (int i = 1; i < pixels.length; i++) {
            assertThat(pixels[i]).isEqualTo(GREY.pixels()[i]);
        }
        assertThat(improvement.busyProperty().get()).isFalse();
    }

    @Test
    void stepsAreTakenBackOneByOneAndTheFirstImageStays() {
        var improvement = new Improvement(session.eye(), GREY, new byte[0]);
        settle();
        improvement.step(0.001);
        settle();
        improvement.step(0.001);
        settle();
        assertThat(improvement.stagesProperty().get()).hasSize(3);
        improvement.undo();
        improvement.undo();
        improvement.undo();
        assertThat(improvement.stagesProperty().get()).hasSize(1);
    }

    @Test
    void anAnswerThatWasTakenBackDoesNotComeLater() {
        var improvement = new Improvement(session.eye(), GREY, new byte[0]);
        settle();
        improvement.step(0.001);
        settle();
        improvement.step(0.001);
        improvement.undo();
        settle();
        assertThat(improvement.stagesProperty().get()).hasSize(1);
    }

    private void settle() {
        for (int i = 0; i < 4; i++) {
            background.runAll();
            fx.runAll();
        }
    }

    private static Images grey() {
        var pixels = new byte[28 * 28];
        Arrays.fill(pixels, (byte) 100);
        return new Images(1, SHAPE, pixels);
    }
}
