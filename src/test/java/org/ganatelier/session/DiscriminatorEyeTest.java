package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.util.Subscription;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.session.DiscriminatorEye.Subject;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Its runs' D gives each image its first value as a logit. */
class DiscriminatorEyeTest {
    private static final int REAL = 5;
    private static final long SECOND = 1_000_000_000L;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final Workers workers = new Workers(fx, background);
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session = session(Documents.preset("digits-plain"));
    private long now;
    private final DiscriminatorEye eye = eye(session);

    @Test
    void nothingIsAskedWhileNobodyWatches() {
        FakeRun run = start(session);
        run.paintPreview(1, 200);
        settle();
        assertThat(run.scored()).isEmpty();

        Subscription watching = eye.watch(Subject.GENERATED, false);
        settle();
        assertThat(run.scored()).hasSize(1);
        watching.unsubscribe();
        assertThat(seen(Subject.GENERATED)).isEmpty();
        now += 100 * SECOND;
        run.paintPreview(2, 210);
        settle();
        assertThat(run.scored()).hasSize(1);
    }

    @Test
    void whatIsSeenBelongsToTheImagesThatItIsSeenIn() {
        FakeRun run = start(session);
        eye.watch(Subject.GENERATED, false);
        run.paintPreview(1, 200);
        settle();
        Seen first = seen(Subject.GENERATED).orElseThrow();
        assertThat(first.samples().count()).isEqualTo(64);
        assertThat(first.logits()).hasSize(64).containsOnly(Images.toValue((byte) 200));
        assertThat(first.hasGradients()).isFalse();

        now += 100 * SECOND;
        run.paintPreview(2, 100);
        settle();
        Seen second = seen(Subject.GENERATED).orElseThrow();
        assertThat(Images.require(second.samples()).pixels()[0]).isEqualTo((byte) 100);
        assertThat(second.logits()).containsOnly(Images.toValue((byte) 100));
    }

    @Test
    void afterALookItRestsButAPauseIsSeenAtOnce() {
        FakeRun run = start(session);
        eye.watch(Subject.GENERATED, false);
        run.paintPreview(1, 200);
        settle();
        assertThat(run.scored()).hasSize(1);
        run.paintPreview(2, 100);
        settle();
        assertThat(run.scored()).as("it rests").hasSize(1);
        run.tell(RunEvent.State.PAUSED);
        settle();
        assertThat(run.scored()).hasSize(2);
        assertThat(seen(Subject.GENERATED).orElseThrow().logits())
                .containsOnly(Images.toValue((byte) 100));
    }

    @Test
    void anAnswerOfAnotherRunIsNotShown() {
        FakeRun run = start(session);
        run.paintPreview(1, 200);
        settle();
        eye.watch(Subject.GENERATED, false);
        assertThat(run.scored()).hasSize(1);
        session.training().reset();
        fx.runAll();
        assertThat(seen(Subject.GENERATED)).isEmpty();
    }

    @Test
    void gradientsAreAskedForWhereSomebodyWantsThem() {
        FakeRun run = start(session);
        run.paintPreview(1, 200);
        settle();
        eye.watch(Subject.GENERATED, false);
        settle();
        assertThat(run.gradients()).isEmpty();
        run.tell(RunEvent.State.PAUSED);
        settle();
        eye.watch(Subject.GENERATED, true);
        settle();
        assertThat(run.gradients()).hasSize(1);
        assertThat(seen(Subject.GENERATED).orElseThrow().gradients()).hasSize(64 * 28 * 28);
    }

    @Test
    void realImagesAreThoseThatTheRunLearnsFrom() {
        FakeRun run = start(session);
        eye.watch(Subject.REAL, false);
        settle();
        assertThat(run.scored()).singleElement().matches(input -> input.count() == REAL);
        assertThat(seen(Subject.REAL).orElseThrow().logits()).hasSize(REAL);

        session.editor()
                .edit(
                        new EditName.UseData(Sets.FASHION.spec()),
                        e -> e.withData(Sets.FASHION.spec()));
        now += 100 * SECOND;
        run.paintPreview(1, 200);
        settle();
        assertThat(run.scored()).hasSize(1);
    }

    @Test
    void aConditionalDiscriminatorIsToldTheClasses() {
        Session told =
                session(Documents.preset("digits-plain").withConditioning(Conditioning.PROJECTION));
        DiscriminatorEye conditional = eye(told);
        FakeRun run = start(told);
        run.paintPreview(1, 200);
        settle();
        conditional.watch(Subject.REAL, false);
        settle();
        assertThat(run.scored().getFirst().labels()).containsExactly(0, 1, 2, 3, 4);
        assertThat(conditional.labels(Subject.GENERATED)).startsWith(0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    /** A score says something beside others only. */
    @Test
    void whereOnlyDifferencesMeanSomethingBothAreLookedAt() {
        Session wasserstein = session(Documents.preset("digits-plain").withLoss(new Wasserstein()));
        DiscriminatorEye other = eye(wasserstein);
        FakeRun run = start(wasserstein);
        run.paintPreview(1, 200);
        settle();
        other.watch(Subject.GENERATED, false);
        settle();
        assertThat(run.scored()).extracting(DiscriminatorInput::count).containsExactly(64, REAL);
    }

    private Optional<Seen> seen(Subject subject) {
        return eye.seenProperty(subject).get();
    }

    private DiscriminatorEye eye(Session of) {
        var made =
                new DiscriminatorEye(
                        of.training().weightsShownProperty(),
                        of.data(),
                        workers,
                        () -> now += 1000);
        of.runs().shownProperty().subscribe(made::follow);
        return made;
    }

    private Session session(Experiment experiment) {
        return new Session(
                new ExperimentEditor(experiment, Planning.real(), workers),
                trainer,
                _ -> digits(),
                new BundledScorers(new FakeClassifiers()),
                workers);
    }

    private FakeRun start(Session of) {
        of.training().train();
        settle();
        FakeRun run = trainer.runs().getLast();
        run.tell(RunEvent.State.TRAINING);
        settle();
        return run;
    }

    private void settle() {
        for (int i = 0; i < 4; i++) {
            background.runAll();
            fx.runAll();
        }
    }

    private static Dataset digits() {
        var shape = new Shape.Image(28, 28, 1);
        var images = new Images(REAL, shape, new byte[REAL * 28 * 28]);
        return Dataset.of(images, Optional.of(new byte[] {0, 1, 2, 3, 4}));
    }
}
