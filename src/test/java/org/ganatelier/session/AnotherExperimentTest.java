package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

/** Another experiment is loaded while there is a run: what one sees is what trains. */
class AnotherExperimentTest {
    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session =
            Session.of(
                    Documents.preset("digits"),
                    trainer,
                    new FakeClassifiers(),
                    new Workers(fx, background));
    private final Training training = session.training();
    private final Runs runs = session.runs();
    private final FakeRun digits = trained();

    private FakeRun trained() {
        training.train();
        settle();
        return trainer.run();
    }

    @BeforeEach
    void anotherIsLoaded() {
        digits.tell(RunEvent.State.TRAINING);
        digits.measure(1);
        digits.paintPreview(1, 200);
        settle();
        load("fashion");
    }

    @Test
    void trainTrainsWhatIsSeen() {
        assertThat(digits.orders()).containsExactly("start", "pause");
        training.train();
        settle();

        assertThat(trainer.runs()).hasSize(2);
        assertThat(trainer.run().plan().experiment()).isEqualTo(Documents.preset("fashion"));
        assertThat(trainer.run().orders()).containsExactly("start");
        assertThat(digits.orders()).containsExactly("start", "pause", "close");
        assertThat(runs.all()).extracting(RunEntry::number).containsExactly(1, 2);
        assertThat(runs.all().getFirst().canGoOn()).isTrue();
    }

    @Test
    void aStepIsOneOfWhatIsSeen() {
        training.step(Run.Turn.BOTH);
        settle();

        assertThat(trainer.run().plan().experiment()).isEqualTo(Documents.preset("fashion"));
        assertThat(trainer.run().orders()).containsExactly("start paused", "step BOTH");
    }

    @Test
    void nothingOfTheOldRunIsShownAsIfItWereOfTheNewOne() {
        assertThat(runs.currentProperty().get()).isEmpty();
        assertThat(runs.shownProperty().get()).isEmpty();
        assertThat(training.previewProperty().get()).isEmpty();
        assertThat(training.metricsProperty().get()).isEmpty();
        assertThat(training.currentMetricsProperty().get()).isEmpty();
        assertThat(training.historyProperty().get().isEmpty()).isTrue();
        assertThat(training.runProperty().get()).isEmpty();
        assertThat(training.changesWaitProperty().get()).isFalse();
        assertThat(training.liveProperty().get()).isFalse();
        assertThat(training.goingProperty().get()).isFalse();
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.IDLE);
        assertThat(session.score().stateProperty().get()).isInstanceOf(LiveScore.State.NoRun.class);
        assertThat(session.walk().readyProperty().get()).isFalse();
    }

    @Test
    void theOldRunIsNotHeardAsIfItWereTheNewOne() {
        digits.tell(RunEvent.State.PAUSED);
        digits.measure(2);
        settle();

        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.IDLE);
        assertThat(training.currentMetricsProperty().get()).isEmpty();
        assertThat(runs.all().getFirst().history().lastStep()).isEqualTo(2);
    }

    @Test
    void undoBringsTheExperimentBackWithItsRunWhichGoesOn() {
        session.editor().undo();

        assertThat(training.previewProperty().get()).isPresent();
        assertThat(training.historyProperty().get().lastStep()).isEqualTo(1);
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.PAUSED);
        training.train();
        assertThat(trainer.runs()).hasSize(1);
        assertThat(digits.orders()).containsExactly("start", "pause", "resume");
    }

    @Test
    void undoAfterTheNewOneWasTrainedGoesOnFromWhereTheOldOneWas() {
        training.train();
        settle();
        FakeRun clothes = trainer.run();
        clothes.measure(1);
        settle();
        session.editor().undo();

        assertThat(clothes.orders()).containsExactly("start", "pause");
        assertThat(runs.shownProperty().get().orElseThrow().id()).isEqualTo(digits.id());
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.PAUSED);
        assertThat(training.liveProperty().get()).isTrue();
        training.train();
        settle();

        assertThat(trainer.run().orders()).containsExactly("start");
        assertThat(trainer.run().from().orElseThrow().step()).isEqualTo(7);
        assertThat(trainer.run().plan().experiment()).isEqualTo(Documents.preset("digits"));
        assertThat(runs.currentProperty().get().orElseThrow().start().parent())
                .contains(new RunStart.Parent(OptionalLong.of(digits.id()), 7));
        assertThat(session.editor().redoNameProperty().get())
                .contains(new EditName.LoadPreset("fashion"));
        session.editor().redo();
        assertThat(runs.shownProperty().get().orElseThrow().id()).isEqualTo(clothes.id());
    }

    @Test
    void theSamePresetAgainBeginsAnew() {
        session.editor().undo();
        load("digits");
        assertThat(runs.currentProperty().get()).isEmpty();
        training.train();
        settle();

        assertThat(trainer.runs()).hasSize(2);
        assertThat(trainer.run().from()).isEmpty();
        session.editor().undo();
        assertThat(runs.shownProperty().get().orElseThrow().id()).isEqualTo(digits.id());
    }

    @Test
    void aStartThatWaitsForItsDataIsGivenUp() {
        session.editor().replace(new EditName.LoadPreset("points"), Documents.preset("points"));
        training.train();
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.LOADING);
        session.editor().undo();
        settle();

        assertThat(trainer.runs()).hasSize(1);
        assertThat(training.stateProperty().get()).isEqualTo(TrainingState.IDLE);
    }

    @Test
    void anEarlierRunOfAnotherDocumentBringsItsDocumentBack() {
        training.train();
        settle();
        training.goOnWith(digits.id());
        settle();

        assertThat(session.editor().experimentProperty().get())
                .isEqualTo(Documents.preset("digits"));
        assertThat(session.editor().document()).isEqualTo(Branch.FIRST.document());
        assertThat(trainer.run().orders()).containsExactly("start paused");
        assertThat(training.changesWaitProperty().get()).isFalse();
    }

    private void load(String preset) {
        session.documents().load(preset);
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }
}
