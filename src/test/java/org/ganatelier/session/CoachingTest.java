package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Coaching.Hindrance;
import org.ganatelier.session.Coaching.State;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.Test;

/** What the session does with what the coach finds. */
class CoachingTest {
    private final LaterSession later = new LaterSession();
    private final FakeTrainer trainer = later.trainer;
    private final ExperimentEditor editor = later.editor;
    private final Session session = later.session;
    private final Coaching coaching = session.coaching();

    @Test
    void withoutARunThereIsNothingToSay() {
        assertThat(state()).isInstanceOf(State.NoRun.class);
        later.train();
        assertThat(state()).isInstanceOf(State.Watching.class);
    }

    @Test
    void aRunThatDivergesIsNamed() {
        diverge();
        assertThat(said().newest().rule()).isEqualTo("divergence");
        assertThat(said().holds()).isTrue();
        assertThat(said().record().history().lastStep()).isEqualTo(300);
    }

    @Test
    void whatHelpsIsAnEditThatCanBeTakenBack() {
        diverge();
        Experiment before = editor.experimentProperty().get();
        Finding finding = said().front();
        assertThat(coaching.hindrance(finding)).isEmpty();
        coaching.follow(finding);
        later.settle();
        assertThat(rate()).isLessThan(rate(before));
        assertThat(coaching.hindrance(finding)).contains(Hindrance.NOTHING_TO_CHANGE);
        // Which the run tells of and the curves mark, as any edit of a value.
        assertThat(trainer.run().orders()).contains("edit");
        editor.undo();
        assertThat(editor.experimentProperty().get()).isEqualTo(before);
    }

    @Test
    void nothingIsChangedForARunThatIsOver() {
        diverge();
        Finding finding = said().front();
        long earlier = session.runs().currentProperty().get().orElseThrow().id();
        session.training().reset();
        later.settle();
        Experiment before = editor.experimentProperty().get();
        assertThat(state()).isInstanceOf(State.Watching.class);
        session.runs().show(earlier);
        later.settle();
        assertThat(coaching.hindrance(finding)).contains(Hindrance.OTHER_RUN);
        coaching.follow(finding);
        assertThat(editor.experimentProperty().get()).isEqualTo(before);
    }

    @Test
    void aCoachThatIsSwitchedOffIsSilentAndThenKnowsAll() {
        coaching.onProperty().set(false);
        diverge();
        assertThat(state()).isInstanceOf(State.Off.class);
        coaching.onProperty().set(true);
        later.settle();
        assertThat(said().newest().rule()).isEqualTo("divergence");
    }

    private State state() {
        return coaching.stateProperty().get();
    }

    private State.Said said() {
        return (State.Said) state();
    }

    private double rate() {
        return rate(editor.experimentProperty().get());
    }

    private static double rate(Experiment experiment) {
        return experiment.training().optimizer(Side.DISCRIMINATOR).learningRate();
    }

    /** From step 100 on both losses are a hundred times as large as any that is sound. */
    private void diverge() {
        later.train();
        trainer.run().tell(RunEvent.State.TRAINING);
        for (long step = 1; step <= 300; step++) {
            double loss = step < 100 ? 1 : 1500;
            trainer.run().tell(new Metrics(step, 0, step * 0.02, loss, loss, 0.5, 0.5, 3_200));
        }
        trainer.run().tell(RunEvent.State.PAUSED);
        later.settle();
    }
}
