package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

final class FailuresTest {
    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session =
            Session.of(
                    Documents.preset("points"),
                    trainer,
                    new FakeClassifiers(),
                    new Workers(fx, background));
    private final Failures failures = session.failures();

    @Test
    void anErrorIsOpenUntilTheUserHasSeenIt() {
        var error = new IllegalStateException("broken");
        failures.report(error);
        assertThat(failures.openProperty().get())
                .contains(
                        new ProgramFailure(new Happening.ProgramError(error.toString()), error, 0));
        failures.dismiss();
        assertThat(failures.openProperty().get()).isEmpty();
    }

    @Test
    void furtherErrorsAreCounted() {
        failures.report(new IllegalStateException("first"));
        failures.report(new ArithmeticException("second"));
        failures.report(new ArithmeticException("third"));
        ProgramFailure open = failures.openProperty().get().orElseThrow();
        assertThat(open.cause()).hasMessage("first");
        assertThat(open.more()).isEqualTo(2);
    }

    @Test
    void anErrorThatComesBackIsShownOnce() {
        for (int i = 0; i < 3; i++) {
            failures.report(sameError());
            failures.dismiss();
        }
        failures.report(sameError());
        assertThat(failures.openProperty().get()).isEmpty();
        failures.report(new IllegalStateException("at another place"));
        assertThat(failures.openProperty().get()).isPresent();
    }

    @Test
    void anErrorOfAnotherThreadReachesTheFxThread() {
        var elsewhere = new Failures(new Workers(fx, background, () -> false), Optional::empty);
        elsewhere.report(new IllegalStateException("broken"));
        assertThat(elsewhere.openProperty().get()).isEmpty();
        fx.runAll();
        assertThat(elsewhere.openProperty().get()).isPresent();
    }

    @Test
    void theReportQuotesTheLog() {
        assertThat(failures.reportText()).isEmpty();
        failures.quote(() -> List.of("a line of the log\n"));
        failures.report(new IllegalStateException("broken"));
        assertThat(failures.reportText()).contains("broken", "a line of the log");
    }

    @Test
    void aRunThatBrokeOffIsReportedAndSaysWhatIsLeft() {
        session.training().train();
        fx.runAll();
        background.runAll();
        fx.runAll();
        var failure = new RunFailure.BrokenOff(7, "java.lang.Error", OptionalLong.of(5));
        trainer.run().end(new RunEvent.End.Failed(failure, new IllegalStateException("broken")));
        fx.runAll();
        assertThat(failures.openProperty().get().map(ProgramFailure::what))
                .contains(new Happening.RunFailed(failure));
        assertThat(session.notices().open())
                .containsExactly(new Notice(Notice.Level.ERROR, new Happening.RunFailed(failure)));
    }

    @Test
    void aRunThatDivergedIsNoErrorOfTheProgram() {
        session.training().train();
        fx.runAll();
        background.runAll();
        fx.runAll();
        var failure = new RunFailure.Diverged(7, OptionalLong.of(5));
        trainer.run().end(new RunEvent.End.Failed(failure, null));
        fx.runAll();
        assertThat(failures.openProperty().get()).isEmpty();
        assertThat(session.notices().open()).hasSize(1);
    }

    private static IllegalStateException sameError() {
        return new IllegalStateException("drawing");
    }
}
