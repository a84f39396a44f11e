package org.ganatelier.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class PauseScorerTest {
    private static final Dataset BLACK =
            Dataset.of(
                    new Images(200, new Shape.Image(28, 28, 1), new byte[200 * 28 * 28]),
                    Optional.empty());

    /** The thread counts its work, so that no clock is needed. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private final FakeTrainer trainer = new FakeTrainer();
    private Plan plan;
    private PauseScorer classifier;
    private long now;

    @BeforeEach
    void open() throws ProjectException {
        plan = Experiments.ready(Presets.open("mlp"));
        ClassifierModel model = ClassifierFile.bundled(Sets.MNIST.spec());
        classifier =
                new PauseScorer(
                        () -> new FakeClassifiers().open(model), () -> BLACK, thread, () -> now);
    }

    @AfterEach
    void close() {
        classifier.close();
    }

    private FakeRun begin() {
        trainer.start(plan, BLACK, Optional.empty(), RunOptions.live(), _ -> {});
        classifier.begin(trainer.run());
        return trainer.run();
    }

    /** A training of one preview whose images take so long. */
    private int train(long nanos) {
        FakeRun run = begin();
        classifier.shown(1);
        now += nanos;
        run.answerSample();
        return classifier.finish();
    }

    @Test
    void aTrainingThatShowsImagesIsScored() {
        assertThat(train(10)).isEqualTo(1);
    }

    @Test
    void itDoesNotRestWhileNothingIsShown() {
        assertThat(train(10)).isEqualTo(1);
        now += 1_000_000;
        assertThat(train(0)).as("no time in trainings has passed").isZero();

        begin();
        classifier.shown(1);
        now += 19 * 10;
        assertThat(classifier.finish()).isZero();
        assertThat(train(0)).as("rested while others were shown").isEqualTo(1);
    }

    @Test
    void aRestIsSkippedOnce() {
        assertThat(train(10)).isEqualTo(1);
        classifier.skipRest();
        assertThat(train(10)).isEqualTo(1);
        assertThat(train(10)).isZero();
    }

    @Test
    void imagesOfOnesOwnHaveNoClassifier() {
        var own =
                new DataSpec.IdxFiles(
                        Path.of("own.idx"), Optional.empty(), new Shape.Image(28, 28, 1));
        assertThatThrownBy(() -> PauseScorer.of(own, new FakeClassifiers()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("There is no classifier for images of your own (own.idx).");
    }
}
